"""The colours, spaces and type sizes that everything on the screen is made from.

Text on its ground reaches a contrast of 4.5 to 1, borders and icons 3 to 1.
Source: WCAG 2.2, success criteria 1.4.3 and 1.4.11.
"""

from dataclasses import dataclass

XS, S, M, L, XL, XXL = 4, 8, 12, 16, 24, 32  # spaces in px
RADIUS = 8
FIELD_HEIGHT, CHOICE_HEIGHT, ROW_HEIGHT = 40, 44, 64  # px at text size 1
TYPE = {"caption": 12, "body": 14, "lead": 16, "h2": 18, "h1": 22}  # px at text size 1


@dataclass(frozen=True, slots=True)
class Colours:
    """One colour scheme, "#RRGGBB" each.

    `primary` is the one next action, `danger` late or wrong, `warn` still missing, `ok` done;
    a name with `_soft` is the ground that goes with it.
    """

    bg: str
    surface: str
    surface2: str
    line: str
    line_strong: str
    text: str
    muted: str
    on_primary: str
    primary: str
    primary_hover: str
    primary_press: str
    primary_soft: str
    primary_text: str
    focus: str
    danger: str
    danger_soft: str
    warn: str
    warn_soft: str
    ok: str
    ok_soft: str
    info: str
    info_soft: str
    nav: str
    nav_text: str
    nav_muted: str
    nav_sel: str
    toast: str
    toast_text: str


LIGHT = Colours(
    bg="#F4F5F2",
    surface="#FFFFFF",
    surface2="#EEF1EE",
    line="#D5DBD7",
    line_strong="#7D8B86",
    text="#1D2A2C",
    muted="#52625F",
    on_primary="#FFFFFF",
    primary="#1F6B66",
    primary_hover="#195A56",
    primary_press="#134845",
    primary_soft="#E1EFEC",
    primary_text="#17564F",
    focus="#0B57B0",
    danger="#A8322A",
    danger_soft="#FBECEA",
    warn="#7A5200",
    warn_soft="#FFF3D6",
    ok="#226B3F",
    ok_soft="#E4F3E9",
    info="#1F4E79",
    info_soft="#E8F0F8",
    nav="#20302F",
    nav_text="#DCE7E4",
    nav_muted="#A9BBB7",
    nav_sel="#34504D",
    toast="#1D2A2C",
    toast_text="#FFFFFF",
)

DARK = Colours(
    bg="#141A1A",
    surface="#1C2424",
    surface2="#252F2F",
    line="#334040",
    line_strong="#7F918E",
    text="#E6ECEA",
    muted="#A6B5B1",
    on_primary="#06201D",
    primary="#6CC4B8",
    primary_hover="#85D2C7",
    primary_press="#56B0A4",
    primary_soft="#1D3835",
    primary_text="#8FDACF",
    focus="#8AB8FF",
    danger="#FF9C92",
    danger_soft="#3A2220",
    warn="#F2C46B",
    warn_soft="#382D16",
    ok="#86D6A2",
    ok_soft="#1A3324",
    info="#A8C8EC",
    info_soft="#1E2B38",
    nav="#0E1413",
    nav_text="#DCE7E4",
    nav_muted="#94A7A3",
    nav_sel="#264341",
    toast="#E6ECEA",
    toast_text="#141A1A",
)
