"""The printed month: a front page that the manager signs, and whole lists behind it when it is too short."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count, pairwise, takewhile

from desktop_cs import shown
from desktop_cs.i18n import _, ngettext
from desktop_cs.paper import charts
from desktop_cs.paper.charts import Bar, Column
from desktop_cs.paper.page import GREEN, INK, MUTED, WARM, Block, Place, Report, Sheet
from desktop_cs.shop.settings import ShopSettings
from desktop_cs.summary import causes, trust
from desktop_cs.summary.month import MonthFigures
from desktop_cs.summary.sentences import (
    FEW,
    OWN_LABELS,
    Labels,
    findings,
    headline,
    label_of,
    of_all,
)

ALL = 1000
ON_FRONT = 6  # causes on the front page when all of them do not fit; then they stand behind it
_SPACE = 12.0  # between one row of blocks and the next
_SIGNATURE = 34.0
_SATISFIED = ("1", "2", "3", "4", "5")


def summary_pdf(
    figures: MonthFigures,
    settings: ShopSettings,
    language: str,
    printed_at: datetime,
    logo: bytes | None = None,
    *,
    labels: Labels,
) -> bytes:
    """Return the month as a PDF on the shop's report paper; the same figures give the same bytes.

    Args:
        figures: The month, counted.
        settings: The shop, for its name, paper, currency and hours.
        language: The language of dates and figures; sentences are in the language in use.
        printed_at: Now; a time with a zone is turned into the shop's wall time.
        logo: A PNG or JPEG, or None.
        labels: What people read for each option: id of the question -> id of the option -> label.
    """
    wall = settings.hours.wall(printed_at) if printed_at.tzinfo else printed_at
    report = Report(_("Month summary"), settings, language, wall, logo)
    month = _MonthOnPaper(figures, settings, labels, language, report.room.width)
    front, behind = month.front(ALL), []
    if _height(front) > report.lowest - _SIGNATURE - report.room.top:
        front, behind = month.front(ON_FRONT), month.behind()
    pages = _paged(front, behind, report)
    bottom = Place(report.room.left, report.lowest - _SIGNATURE, report.room.width)
    pages[0].append((_signature(figures.trail), bottom))
    return report.pdf(pages)


def _height(blocks: list[Block]) -> float:
    return sum(block.height + _SPACE for block in blocks) - _SPACE


def _paged(front: list[Block], behind: list[Block], report: Report) -> list[list[tuple[Block, Place]]]:
    """Return pages on which the blocks stand below each other; the first leaves room for the signature."""
    pages: list[list[tuple[Block, Place]]] = [[]]
    top, lowest = report.room.top, report.lowest - _SIGNATURE
    for number, block in enumerate((*front, *behind)):
        starts_behind = number == len(front) and len(pages) == 1
        turns = starts_behind or (top + block.height > lowest and top > report.room.top)
        if turns:
            pages.append([])
            top, lowest = report.room.top, report.lowest
        pages[-1].append((block, Place(report.room.left, top, report.room.width)))
        top += block.height + _SPACE
    return pages


def _signature(trail: str) -> Block:
    """Return the line to sign on, and below it the anchor of the trail, which the paper so keeps."""

    def draw(sheet: Sheet, place: Place) -> None:
        base = place.top + _SIGNATURE - 14
        half = place.left + place.width * 0.6
        for left, right, caption in (
            (place.left, half, _("Read and signed by")),
            (half + charts.GAP, place.left + place.width, _("Day")),
        ):
            sheet.rule(left, base, right, WARM)
            sheet.text(left, base + 10, caption, 7.5, colour=MUTED)
        if trail:
            sheet.text(place.left, base + 20, _("Trail: {anchor}").format(anchor=trail), 6.5, colour=MUTED)

    return Block(_SIGNATURE, draw)


@dataclass(frozen=True, slots=True)
class _MonthOnPaper:
    """The blocks of one month."""

    figures: MonthFigures
    settings: ShopSettings
    labels: Labels
    language: str
    width: float

    def front(self, most: int) -> list[Block]:
        """Return the rows of the front page from top to bottom, with at most so many causes in a list."""
        rows: list[list[Block | None]] = [
            [self._words()],
            [self._key_figures()],
            [self._days()],
            [
                self._causes(_("What went wrong"), "failure_kind", self.figures.by_failure_kind, most),
                self._causes(_("Why it went wrong"), "root_cause", self.figures.by_root_cause, most),
            ],
            [self._trust(), self._satisfaction()],
            [
                self._shares(_("Is the problem solved?"), "problem_solved", self.figures.by_problem_solved),
                self._shares(_("Is the customer at peace?"), "customer_accepts", self.figures.by_acceptance),
                self._shares(_("Was the complaint upheld?"), "finding", self.figures.by_finding),
                self._shares(_("How repairs ended"), "repair_status", self.figures.by_repair_status),
            ],
            [self._facts()],
        ]
        found = [[block for block in row if block is not None] for row in rows]
        return [charts.side_by_side(row) for row in found if row]

    def behind(self) -> list[Block]:
        """Return the whole lists of causes that the front page cut short."""
        lists = [
            self._all_causes(_("What went wrong: all"), "failure_kind", self.figures.by_failure_kind),
            self._all_causes(_("Why it went wrong: all"), "root_cause", self.figures.by_root_cause),
        ]
        return [block for block in lists if block is not None]

    def _words(self) -> Block:
        month = charts.paragraph(
            shown.month(self.figures.month.first, self.language), self.width, 20, bold=True, colour=GREEN
        )
        sentence = charts.paragraph(headline(self.figures, self.language), self.width, 12, bold=True)
        blank = "" if self.language.startswith("zh") else " "  # between sentences
        told = blank.join(findings(self.figures, self.labels, self.language))
        rest = charts.paragraph(told, self.width, 9.5, colour=INK) if told else Block(0, lambda _s, _p: None)

        def draw(sheet: Sheet, place: Place) -> None:
            top = place.top
            for block in (month, sentence, rest):
                block.draw(sheet, Place(place.left, top, place.width))
                top += block.height

        return Block(month.height + sentence.height + rest.height, draw)

    def _key_figures(self) -> Block | None:
        figures = self.figures
        if not figures.done and not figures.opened and not figures.still_open:
            return None
        due = figures.promises_kept + figures.promises_broken
        answered = _answered(figures.satisfaction)
        return charts.key_figures(
            [
                (self._number(figures.done), _("cases done")),
                (self._kept(figures.promises_kept, due), _("promises kept")),
                (self._kept(figures.follow_ups_on_time, figures.follow_ups_done), _("follow-ups on time")),
                (self._mean(answered), _("satisfied, from 1 to 5")),
            ]
        )

    def _days(self) -> Block | None:
        month = self.figures.month
        if not self.figures.done_by_day:
            return None
        days = takewhile(lambda day: day < month.after, (month.first + timedelta(ahead) for ahead in count()))
        columns = [
            Column(
                str(day.day),
                self.figures.done_by_day.get(day, 0),
                self._number(self.figures.done_by_day.get(day, 0)),
                quiet=self.settings.hours.shift(day) is None,
            )
            for day in days
        ]
        note = _("pale: shop closed") if any(column.quiet for column in columns) else ""
        return charts.titled(_("Cases by the day they were done"), charts.column_chart(columns, 66), note)

    def _causes(self, title: str, question: str, counts: Mapping[str, int], most: int) -> Block | None:
        found = causes.pareto(counts)
        if not found:
            return None
        dark = causes.vital_few(found)
        first, rest = causes.first_and_rest(found, most)
        total = sum(cause.count for cause in found)
        bars = [self._bar(cause, question, total, dark=place < dark) for place, cause in enumerate(first)]
        if rest:
            hidden = len(found) - len(first)
            other = ngettext("{count} other", "{count} others", hidden).format(count=self._number(hidden))
            bars.append(Bar(other, rest, self._number(rest), self._percent(1.0, total), dark=False))
        note = _("dark: four fifths of all") if dark < len(found) and total >= FEW else ""
        return charts.titled(title, charts.bar_list(bars), note)

    def _all_causes(self, title: str, question: str, counts: Mapping[str, int]) -> Block | None:
        found = causes.pareto(counts)
        if not causes.first_and_rest(found, ON_FRONT)[1]:
            return None
        dark, total = causes.vital_few(found), sum(cause.count for cause in found)
        bars = [self._bar(cause, question, total, dark=place < dark) for place, cause in enumerate(found)]
        return charts.titled(title, charts.bar_list(bars), _("share: together with those above"))

    def _bar(self, cause: causes.Cause, question: str, total: int, *, dark: bool) -> Bar:
        label = label_of(self.labels, question, cause.id)
        return Bar(
            label,
            cause.count,
            self._number(cause.count),
            self._percent(cause.running_share, total),
            dark=dark,
        )

    def _trust(self) -> Block | None:
        if not self.figures.trust:
            return None
        edges = (*trust.BANDS, 100)
        captions = [_("late"), *(f"{low}–{high}" for low, high in pairwise(edges))]
        counts = trust.distribution(self.figures.trust)
        columns = [
            Column(caption, number, self._number(number))
            for caption, number in zip(captions, counts, strict=True)
        ]
        usual = shown.number(trust.usual(self.figures.trust) or 0.0, self.language)
        note = _("usual: {trust}").format(trust=usual)
        return charts.titled(_("Trust: 100 at once, 0 on the dot"), charts.column_chart(columns, 54), note)

    def _satisfaction(self) -> Block | None:
        answered = _answered(self.figures.satisfaction)
        if not answered:
            return None
        columns = [
            Column(grade, answered.get(grade, 0), self._number(answered.get(grade, 0)))
            for grade in _SATISFIED
        ]
        asked = sum(answered.values())
        sentence = ngettext("{count} answer at follow-ups", "{count} answers at follow-ups", asked)
        note = sentence.format(count=self._number(asked))
        return charts.titled(_("How satisfied customers are"), charts.column_chart(columns, 54), note)

    def _shares(self, title: str, question: str, counts: Mapping[str, int]) -> Block | None:
        known = self.labels.get(question, {}) or OWN_LABELS.get(question, {})
        order = [*(option for option in known if counts.get(option)), *(o for o in counts if o not in known)]
        parts = [
            Bar(label_of(self.labels, question, option), counts[option], self._number(counts[option]))
            for option in order
            if counts[option] > 0 and option
        ]
        return charts.titled(title, charts.shares(parts)) if parts else None

    def _facts(self) -> Block | None:
        figures = self.figures
        facts = [
            (_("Cases opened"), self._or_none(figures.opened)),
            (_("Cases left open"), self._or_none(figures.still_open)),
            (_("Cases closed"), self._or_none(figures.closed)),
            (_("Cases reopened"), self._or_none(figures.reopened)),
            (_("Second failures"), self._or_none(figures.second_failures)),
            (_("Goodwill, to put it right"), self._money(figures.goodwill)),
            (_("Extra, the surprise on top"), self._money(figures.extra)),
            *self._budget(),
            (_("Thank-you letters printed"), self._or_none(figures.letters_printed)),
            *self._abuse(),
        ]
        if figures == MonthFigures(figures.month):
            return None
        return charts.titled(_("Also this month"), charts.fact_list(facts))

    def _budget(self) -> list[tuple[str, str]]:
        """What was spent, with money back, beside the budget of the month; why there is none, in short."""
        budget = self.figures.budget
        if budget is None:
            return []
        amount = _("revenue not typed") if budget.amount is None else self._money(budget.amount)
        if budget.typed_in:
            amount = _("revenue in {currency}").format(currency=budget.typed_in)
        return [
            (_("All that, with money back"), self._money(budget.spent)),
            (_("Budget"), amount),
        ]

    def _abuse(self) -> list[tuple[str, str]]:
        """How rare suspected abuse is: no rule is built on the worst case. Source: practice.md 2 (S9)."""
        own = self.figures.done - self.figures.imported
        if own <= 0:
            return []
        found = self.figures.suspected_abuse
        return [(_("Abuse suspected"), of_all(found, own, self.language) if found else _("in none"))]

    def _kept(self, kept: int, total: int) -> str:
        if not total:
            return _("none yet")
        # Translators: stands large in a band of figures, so as short as can be
        return _("{kept} of {due}").format(kept=self._number(kept), due=self._number(total))

    def _mean(self, answered: Mapping[str, int]) -> str:
        if not answered:
            return _("none yet")
        total = sum(int(grade) * number for grade, number in answered.items())
        return shown.number(round(total / sum(answered.values()), 1), self.language)

    def _number(self, number: int) -> str:
        return shown.number(number, self.language)

    def _or_none(self, number: int) -> str:
        return self._number(number) if number else _("none")

    def _money(self, units: int) -> str:
        return shown.money(units, self.settings.currency, self.language) if units else _("none")

    def _percent(self, share: float, total: int) -> str:
        """Return a share where the total bears one; only all of it is shown as 100 percent."""
        most = 1.0 if share > 1 - 1e-9 else 0.99
        return shown.percent(min(share, most), self.language) if total >= FEW else ""


def _answered(satisfaction: Mapping[str, int]) -> dict[str, int]:
    return {grade: number for grade, number in satisfaction.items() if grade in _SATISFIED and number}
