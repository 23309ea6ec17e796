"""Facts for letters of every kind in every language, as the tests of letters share them."""

from dataclasses import fields, replace
from datetime import date
from functools import cache
from itertools import product

from desktop_cs.letters.facts import LetterFacts, PromiseTold
from desktop_cs.letters.kinds import LetterKind
from desktop_cs.letters.languages import WRITTEN_LANGUAGES
from desktop_cs.letters.templates import load_templates
from desktop_cs.places import resources_dir

# customer, form of address, who signs, who helped, shop, product, suggestion, work, gifts, an open promise
_WORDS = {
    "en": (
        *("Wang Li", "Mrs", "Tom Baker", "Anna Berg", "Corner Electric", "Tumble dryer", "A bench outside"),
        *(("new door seal", "new filter"), ("loan dryer", "Call by the technician himself"), "second visit"),
    ),
    "zh_CN": (
        *("王丽", "女士", "陈明", "李静", "街角电器行", "烘干机", "门口放一张长椅"),
        *(("更换门封", "清洗滤网"), ("备用烘干机一台", "技术员亲自回电"), "再次上门查看"),
    ),
    "zh_TW": (
        *("王麗", "女士", "陳明", "李靜", "街角電器行", "烘衣機", "門口放一張長椅"),
        *(("更換門封", "清洗濾網"), ("備用烘衣機一台", "技術員親自回電"), "再次到府查看"),
    ),
    "ru": (
        *(
            "Ольга Сергеевна Петрова",
            "",
            "Иван Котов",
            "Анна Берг",
            "Электроника на углу",
            "Сушильная машина",
        ),
        *("Скамейка у входа", ("новый уплотнитель", "чистка фильтра"), ("коробка конфет", "звонок мастера")),
        "повторный визит",
    ),
}


def known(language: str, kind: LetterKind) -> LetterFacts:
    """Return the facts of a case in which everything is known."""
    customer, form, signer, helper, shop, thing, idea, work, gifts, _promise = _WORDS[language]
    return LetterFacts(
        language=language,
        day=date(2026, 11, 22),
        signer=signer,
        kind=kind,
        customer=customer,
        form_of_address=form,
        shop=shop,
        failure_kind="faulty_again",
        product=thing,
        one_line=thing,
        happened_on=date(2026, 11, 9),
        told_on=date(2026, 11, 10),
        cost=("time", "trust"),
        feelings=("let_down", "tired_of_it"),
        suggestion=idea,
        suggestion_outcome="adopted",
        finding="upheld",
        root_cause="our_process",
        prevention=True,
        entitlement_kind="repair",
        goodwill=gifts[:1],
        extras=gifts[1:],
        first_helper=helper,
        promises_kept=(PromiseTold("x", date(2026, 11, 13)),),
        accepts="yes",
        problem_solved="yes",
        second_failure=True,
        is_repair=True,
        work=work,
        repair_status="fixed",
        warranty_until=date(2027, 2, 22),
    )


def open_promise(language: str, day: date = date(2026, 12, 1)) -> PromiseTold:
    """Return a promise that is still to be kept, in words that read well."""
    return PromiseTold(_WORDS[language][-1], day, _WORDS[language][3])


KNOWN = {(language, kind): known(language, kind) for language, kind in product(WRITTEN_LANGUAGES, LetterKind)}


def bare(language: str, kind: LetterKind) -> LetterFacts:
    """Return the facts of a case of which nothing is known but who writes to whom."""
    full = KNOWN[language, kind]
    return LetterFacts(language, full.day, full.signer, kind, full.customer, full.form_of_address)


def optional_facts() -> list[str]:
    """Return the names of the facts that a letter may do without."""
    return [field.name for field in fields(LetterFacts)][4:]


def without(facts: LetterFacts, *names: str) -> LetterFacts:
    """Return the facts with these unknown."""
    empty = {field.name: field.default for field in fields(LetterFacts)}
    return replace(facts, **{name: empty[name] for name in names})


@cache
def templates(language: str, kind: LetterKind = LetterKind.THANK_YOU):
    """Return the shipped words."""
    return load_templates(resources_dir() / "letters", language, kind)
