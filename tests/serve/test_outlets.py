"""The outlets' pages: what each reports, and who cites it."""

from __future__ import annotations

from starlette.testclient import TestClient


def test_an_outlet_leads_to_its_reports_and_events(client: TestClient) -> None:
    assert 'href="/outlets/Reuters"' in client.get("/outlets").text
    page = client.get("/outlets/Reuters").text
    assert "Newest reports" in page
    assert "Signing" in page
    assert "As a source" in page
    assert client.get("/outlets/Nowhere%20Times").status_code == 404
    assert "No outlet fits" in client.get("/outlets?q=Nowhere").text
