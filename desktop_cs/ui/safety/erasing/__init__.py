"""The parts of the page about erasing: finding a person, erasing, what is past its time."""
