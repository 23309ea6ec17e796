"""The words of what a letter can look like: each choice with its name and a sentence what it is."""

from dataclasses import replace

from desktop_cs.i18n import N_, _
from desktop_cs.letters.look import LetterLook
from desktop_cs.ui.widgets.choice_button import ChoiceWords

PENS = {
    "ball": (N_("Ballpoint pen"), N_("Even lines, on any paper.")),
    "gel": (N_("Gel pen"), N_("Fine and clear, also where the writing is small.")),
    "fountain": (N_("Fountain pen"), N_("The line swells and thins, as from a nib.")),
}
DEGREES = {
    "tidy": (N_("Tidy"), N_("Written slowly, with care.")),
    "natural": (N_("Natural"), N_("As people write who have a moment.")),
    "hurried": (N_("Hurried"), N_("Written quickly, between two customers.")),
}
INKS = {
    "blue_black": (N_("Blue-black"), N_("Looks written even beside black print.")),
    "blue": (N_("Blue"), N_("Nobody takes it for print.")),
    "black": (N_("Black"), N_("Sober; for a formal letter.")),
}
PAPERS = {
    "A5": (N_("A5"), N_("A letter to keep.")),
    "A4": (N_("A4"), N_("For a long letter.")),
    "A6": (N_("A6 card"), N_("For a few lines.")),
    "Letter": (N_("US Letter"), N_("For a long letter, in America.")),
}
RULINGS = {
    "none": (N_("Plain"), N_("Nothing but the writing.")),
    "ruled": (N_("Lines"), N_("Fine blue lines, as on a pad.")),
    "red": (N_("Red lines"), N_("As on Chinese letter paper.")),
    "text_only": (N_("Our own paper"), N_("It has its print already; the writing keeps clear of it.")),
}
DIRECTIONS = {
    "across": (N_("Across"), N_("From the left, line below line.")),
    "down": (N_("Down"), N_("In columns from the right, for a formal note.")),
}
SIGNINGS = {
    "written": (N_("Written"), N_("The hand writes the name.")),
    "drawn": (N_("Your signature"), N_("The one that you drew yourself.")),
    "room": (N_("Signed by hand"), N_("Room is left for your pen.")),
}
EVERY = {
    "pen": PENS,
    "degree": DEGREES,
    "ink": INKS,
    "paper": PAPERS,
    "ruling": RULINGS,
    "direction": DIRECTIONS,
    "signing": SIGNINGS,
}
TITLES = {
    "hand": N_("Hand"),
    "pen": N_("Pen"),
    "degree": N_("How carefully"),
    "ink": N_("Ink"),
    "paper": N_("Paper"),
    "ruling": N_("Lines on the paper"),
    "direction": N_("Direction"),
    "signing": N_("Signature"),
}


def words_of(question: str, key: str) -> ChoiceWords:
    """Return the words of one choice of a question, such as "ink" and "blue"; KeyError for none."""
    label, help_text = EVERY[question][key]
    return ChoiceWords(_(label), _(help_text))


def told(question: str, key: str) -> str:
    """Return what was chosen, such as "Ink: Blue"."""
    return _("{question}: {choice}").format(question=_(TITLES[question]), choice=_(EVERY[question][key][0]))


def chosen(look: LetterLook, question: str, key: str) -> LetterLook:
    """Return a look with one question answered otherwise."""
    return replace(look, **{question: key})  # type: ignore[arg-type]  # no question here is a yes or no
