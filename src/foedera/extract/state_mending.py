"""Claims of a report about an agreement, set right by the words around them."""

from __future__ import annotations

import re
from dataclasses import replace

from foedera.data import Claim, Report
from foedera.extract.claim_days import gone

ANYONE = "anyone"
_DONE = ("happened", "ongoing")
_WHOEVER = re.compile(r"\b(?:that|which|who|whoever) (?:(?:has|have|had|already|only) )*$")
_CONSENTING = re.compile(r"^(?:\w+ ){0,2}instruments? of (?:ratif|access|accept|appro)", re.I)
BY_EACH = frozenset(
    {"agreement.withdraw", "agreement.accede", "agreement.deposit-instrument", "agreement.ratify"}
)


def mended(claim: Claim, report: Report) -> Claim:
    """Return a claim of a report about an agreement, its kind and day as the words mean them."""
    return _on_gone_day(_mended(report.text, claim), report)


def _on_gone_day(claim: Claim, report: Report) -> Claim:
    """Return what is done on the weekday before the report, not on the next one.

    "Was the first to sign on Thursday" and "ceased to be bound on Monday" sound like what is to be.
    """
    when = claim.setting.when
    done = claim.voice.reality in _DONE and claim.kind.startswith("agreement.")
    if when is None or not done:
        return claim
    return replace(claim, setting=replace(claim.setting, when=gone(when, report.published)))


def _mended(text: str, claim: Claim) -> Claim:
    """Take from a claim the day that dates its agreement: "supersedes the pact of 1994"."""
    if _is_of_any(text, claim):
        return replace(claim, rule=f"{claim.rule}+{ANYONE}")
    claim = _as_consent(claim)
    when, name = claim.setting.when, claim.agreement
    if when is None or name is None or not claim.kind.startswith("agreement."):
        return claim
    between = text[name.span.end : when.span.start] if name.span.end <= when.span.start else ""
    dates_name = between == " of " or name.span.start <= when.span.start < name.span.end
    if not dates_name:
        return claim
    return replace(claim, setting=replace(claim.setting, when=None))


def _as_consent(claim: Claim) -> Claim:
    """Return the signing of an instrument of ratification as what it is, and no signature."""
    thing = claim.roles.object
    if claim.kind != "agreement.sign" or thing is None or not _CONSENTING.search(thing.text):
        return claim
    if thing.span.start < claim.passage.trigger.end:
        return claim  # "instruments of ratification of the pact signed in June"
    return replace(claim, kind="agreement.ratify", rule=claim.rule.partition("+")[0])


def _is_of_any(text: str, claim: Claim) -> bool:
    """Say whether an act is told of whoever did it: "the thirty that have ratified it"."""
    if claim.kind not in BY_EACH or any(a.country for a in claim.roles.actors):
        return False
    start = claim.passage.trigger.start
    return _WHOEVER.search(text[max(0, start - 40) : start]) is not None
