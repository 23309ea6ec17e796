"""How a hand writes a letter: from its words to the outline of every pen stroke.

`characters` finds the strokes of each character in the packs that `hand_pack` reads; `line_breaking` and
`page_plan` put them in lines by the `conventions` of the language; `performer` (Latin letters) and `hanzi`
(Chinese characters) vary them as a hand does, with the `chance` and the `styles` given; `pen` gives the
strokes their width. `writing` does all of it.
"""
