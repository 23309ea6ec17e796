"""Acts on customers, and what the search field finds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

from desktop_cs.cases.case import Case
from desktop_cs.cases.case_code import case_number_of
from desktop_cs.cases.case_filter import CaseFilter
from desktop_cs.cases.steps import Step
from desktop_cs.customers.customer import Customer, checked_name
from desktop_cs.desk.changes import Changes, Result
from desktop_cs.desk.ground import Ground
from desktop_cs.storage.uuid7 import uuid7

_MOST = 8  # as many as fit under the search field
_LONGEST_NUMBER = 18  # digits; any longer one is a phone number or a bar code, and none of ours


_CODES = ("till_receipt", "device")  # answers of the review that stand on a paper or a label


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found, best first; `codes` says by which serial number or receipt a case was found."""

    customers: tuple[Customer, ...] = ()
    cases: tuple[Case, ...] = ()
    codes: Mapping[UUID, str] = field(default_factory=dict)


def new_customer(
    name: str, form_of_address: str = "", phone: str = "", address: str = "", language: str = ""
) -> Customer:
    """Return a customer with a key of their own, who is not stored yet."""
    return Customer(uuid7(), name, form_of_address, phone, address, language)


class CustomerWork:
    """Acts on customers; each is one transaction and says what it changed."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def find(self, text: str, limit: int = _MOST) -> list[Customer]:
        """Return customers whose name, phone or case number fits what was typed so far."""
        if not text.strip():
            return []
        found = self._ground.storage.customers.find(text, limit)
        if text.strip().isdecimal() and len(text.strip()) <= _LONGEST_NUMBER:
            found += [one for one in self._of_case_number(int(text)) if one not in found]
        return found[:limit]

    def search(self, text: str) -> Found:
        """Return the customers and cases that fit what was typed so far."""
        if not text.strip():
            return Found()
        storage = self._ground.storage
        cases = tuple(storage.search.cases(text, _MOST))
        return Found(tuple(storage.customers.find(text, _MOST)), cases, self._codes_of(cases, text))

    def scanned(self, code: str) -> list[Case]:
        """Return the cases with this very code, on our slip, a device or a receipt; unfinished ones first."""
        storage, number = self._ground.storage, case_number_of(code)
        if number is not None:
            try:
                return [storage.cases.get(number)]
            except KeyError:
                pass
        cases = storage.search.cases(code, _MOST)
        codes = self._codes_of(cases, code)
        same = [case for case in cases if _plain(codes.get(case.id, "")) == _plain(code)]
        return sorted(same, key=lambda case: not case.is_being_worked_on)

    def _codes_of(self, cases: Sequence[Case], text: str) -> dict[UUID, str]:
        """Return the serial number, receipt or reference of each case that begins like the text."""
        begun = _plain(text)
        if not any(sign.isdigit() for sign in begun):  # a name then; asking for the answers would cost
            return {}
        found: dict[UUID, str] = {}
        for case in cases:
            review = self._ground.storage.cases.entries(case.id).get(Step.REVIEW)
            answers = [review.answers.get(name, "") for name in _CODES] if review else []
            fitting = (
                one for one in (case.serial, *answers, case.reference) if _plain(one).startswith(begun)
            )
            found[case.id] = next(fitting, "")
        return {case_id: code for case_id, code in found.items() if code}

    def get(self, customer_id: UUID) -> Customer:
        """Return the customer, or raise KeyError."""
        return self._ground.storage.customers.get(customer_id)

    def kept(self, customer_id: UUID) -> Customer | None:
        """Return the customer as they are kept now; None where they were erased meanwhile."""
        try:
            return self.get(customer_id)
        except KeyError:
            return None

    def recent(self) -> list[Customer]:
        """Return the customers who were added last."""
        return self._ground.storage.customers.recent(100)

    def cases_of(self, customer: Customer, limit: int) -> list[Case]:
        """Return the newest cases of a customer, at most so many."""
        return self._ground.storage.cases.listed(CaseFilter(customer_id=customer.id), limit)

    def save(self, customer: Customer) -> Result[Customer]:
        """Store a changed customer; cases show the new name from now on.

        Raises:
            UserError: No name is left.
        """
        named = replace(customer, name=checked_name(customer.name))
        storage = self._ground.storage
        with storage.transaction(self._ground.actor_id):
            before = storage.customers.get(named.id)
            storage.customers.update(named)
            renamed = self._rename_cases(before, named.name) if before.name != named.name else frozenset()
        return Result(named, Changes(cases=renamed, customers=True, follow_ups=True))

    def _rename_cases(self, before: Customer, name: str) -> frozenset[UUID]:
        """Give the cases that go by the old name the new one, and return which they are."""
        cases, of_customer = self._ground.storage.cases, CaseFilter(customer_id=before.id)
        found = cases.listed(of_customer, max(cases.count(of_customer), 1))
        going_by_it = [case for case in found if case.who == before.name]
        for case in going_by_it:
            cases.update(replace(case, who=name))
        return frozenset(case.id for case in going_by_it)

    def add(self, customer: Customer) -> Result[Customer]:
        """Store a new customer.

        Raises:
            UserError: There is no name.
        """
        named = replace(customer, id=uuid7(), name=checked_name(customer.name))
        with self._ground.storage.transaction(self._ground.actor_id):
            self._ground.storage.customers.add(named)
        return Result(named, Changes(customers=True))

    def _of_case_number(self, number: int) -> list[Customer]:
        try:
            case = self._ground.storage.cases.get(number)
        except KeyError:
            return []
        return [self._ground.storage.customers.get(case.customer_id)] if case.customer_id else []


def _plain(code: str) -> str:
    """Return a code as it is compared: signs and capitals do not count."""
    return "".join(sign for sign in code.casefold() if sign.isalnum())
