"""The places' pages: where each lies and what took place there."""

from __future__ import annotations

from starlette.testclient import TestClient


def test_places_lead_to_what_took_place_there(client: TestClient) -> None:
    assert 'href="/places/Riga"' in client.get("/places").text
    page = client.get("/places/riga").text
    assert "57.0° N, 24.1° E" in page or "56.9° N, 24.1° E" in page
    assert "Signing" in page
    assert "No place fits" in client.get("/places?q=Atlantis").text
    assert client.get("/places/Atlantis").status_code == 404


def test_a_place_says_how_well_it_is_known(client: TestClient) -> None:
    """A town has a position; a country's middle is no place where anything happened."""
    page = client.get("/places/Riga").text
    assert "56.9° N, 24.1° E" in page
    assert "<svg" in page
    assert "dashed" not in page.lower()
