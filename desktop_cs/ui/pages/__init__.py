"""What every page of the window is: something that loads, hears of changes and can be left."""
