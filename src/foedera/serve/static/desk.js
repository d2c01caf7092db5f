// Light script over pages that work without it: keys, the row at hand, a look without a reload.
"use strict";
(() => {
  const one = (what, within = document) => within.querySelector(what);
  const all = (what, within = document) => [...within.querySelectorAll(what)];
  const dialog = one("[data-keys-dialog]");
  // A box that is ticked or a slider takes no letters: keys go on working beside it.
  const typing = (at) => at.closest(
    "input:not([type=radio], [type=checkbox], [type=range]), textarea, select, [contenteditable]",
  ) !== null;
  let going = 0;

  const rows = () => all("[data-row]").filter((row) => row.offsetParent !== null);
  const step = (by) => {
    const found = rows();
    if (!found.length) return false;
    const old = found.findIndex((row) => row.classList.contains("at"));
    const at = Math.min(Math.max(old + by, 0), found.length - 1);
    found.forEach((row) => row.classList.remove("at"));
    found[at].classList.add("at");
    const link = one("a[href], button", found[at]);
    (link || found[at]).focus({ preventScroll: true });
    found[at].scrollIntoView({ block: "nearest" });
    return true;
  };

  const press = (key) => {
    const within = one("[data-row].at");
    const target = (within && one(`[data-key="${CSS.escape(key)}"]`, within))
      || one(`[data-key="${CSS.escape(key)}"]`);
    if (!target) return false;
    const reason = target.form && one("[required]", target.form);
    if (reason && !reason.value.trim()) reason.focus();
    else target.click();
    return true;
  };

  const go = (key) => {
    const link = one(`[data-go="${CSS.escape(key)}"]`);
    if (link) link.click();
    return Boolean(link);
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Escape" && typing(event.target)) event.target.blur();
    if (typing(event.target) || (dialog && dialog.open)) return;
    let used;
    if (Date.now() - going < 1500) {
      used = go(event.key);
      going = 0;
    } else if (event.key === "g") {
      going = Date.now();
      used = true;
    } else if (event.key === "/") {
      one("#find").select();
      one("#find").focus();
      used = true;
    } else if (event.key === "?" && dialog) {
      dialog.showModal();
      used = true;
    } else if (event.key === "j" || event.key === "k") {
      used = step(event.key === "j" ? 1 : -1);
    } else if (event.key.length === 1) {
      used = press(event.key);
    }
    if (used) event.preventDefault();
  });

  const here = one(".places [aria-current]");
  if (here) here.parentElement.parentElement.scrollLeft = here.offsetLeft - 80;

  const keys = one("[data-keys]");
  if (keys && dialog) {
    keys.hidden = false;
    keys.addEventListener("click", () => dialog.showModal());
  }

  // Where one thing after the other is decided, the keys stand at the first one at once.
  if (one("[data-deciding]") && !location.hash) step(1);

  const look = one("[data-look-switch]");
  if (look) {
    const dark = () => {
      const chosen = document.documentElement.dataset.look;
      return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    };
    look.value = dark() ? "light" : "dark";
    look.form.addEventListener("submit", (event) => {
      event.preventDefault();
      const wanted = dark() ? "light" : "dark";
      const form = new URLSearchParams(new FormData(look.form));
      form.set("look", wanted);
      fetch("/look", { method: "POST", body: form, redirect: "manual" });
      document.documentElement.dataset.look = wanted;
      one("meta[name=color-scheme]").content = wanted;
    });
  }

  // A form that is asked about days sends itself once the slider rests, and swaps in the answer.
  const live = one("form[data-live]");
  if (live) {
    let waiting = 0;
    const number = (day) => Math.round(Date.parse(`${day}T00:00:00Z`) / 864e5);
    const day = (at) => new Date(at * 864e5).toISOString().slice(0, 10);
    const send = async () => {
      const asked = new URLSearchParams(
        [...new FormData(live)].filter(([, value]) => value !== ""));
      const place = `${location.pathname}?${asked}`;
      const answer = await fetch(place, { headers: { "x-part": "live" } });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      all("[data-live-part]").forEach((part) => {
        const fresh = one(`[data-live-part="${part.dataset.livePart}"]`, page);
        if (fresh) part.replaceWith(fresh);
      });
      history.replaceState(null, "", place);
    };
    all("[data-slides]", live).forEach((field) => {
      const slider = document.createElement("input");
      slider.type = "range";
      slider.min = number(field.min);
      slider.max = number(field.max);
      slider.value = number(field.value || field.dataset.rest || field.max);
      slider.setAttribute("aria-label", field.dataset.slides);
      slider.addEventListener("input", () => {
        field.value = day(slider.valueAsNumber);
        slider.setAttribute("aria-valuetext", field.value);
        clearTimeout(waiting);
        waiting = setTimeout(send, 180);
      });
      field.addEventListener("change", () => {
        if (field.value) slider.value = number(field.value);
        clearTimeout(waiting);
        waiting = setTimeout(send, 180);
      });
      field.after(slider);
    });
  }

  // An address of words (#w-12-30) lights up all their bits; a claim lights up with its clause.
  const light = () => {
    all(".lit").forEach((bit) => bit.classList.remove("lit"));
    const words = /^#w-(\d+)-(\d+)$/.exec(location.hash);
    const claim = /^#c-([0-9a-f]+)$/.exec(location.hash);
    if (words) {
      all("[data-at]").forEach((bit) => {
        const at = Number(bit.dataset.at);
        if (at >= Number(words[1]) && at < Number(words[2])) bit.classList.add("lit");
      });
    } else if (claim) {
      all(`[data-claims~="${claim[1]}"]`).forEach((bit) => bit.classList.add("lit"));
      const item = one(`[data-claim="${claim[1]}"]`);
      if (item) {
        rows().forEach((row) => row.classList.remove("at"));
        item.classList.add("at");
        item.scrollIntoView({ block: "nearest" });
        one(location.hash).scrollIntoView({ block: "center" });
      }
    }
  };
  addEventListener("hashchange", light);
  light();
  all("[data-claim]").forEach((item) => {
    const bits = all(`[data-claims~="${item.dataset.claim}"]`);
    const set = (on) => bits.forEach((bit) => bit.classList.toggle("near", on));
    item.addEventListener("mouseenter", () => set(true));
    item.addEventListener("mouseleave", () => set(false));
  });

  // A name that was given once is offered again, on this machine only.
  all("[data-remember]").forEach((field) => {
    const key = `foedera-${field.dataset.remember}`;
    field.value = field.value || localStorage.getItem(key) || "";
    field.addEventListener("change", () => localStorage.setItem(key, field.value));
  });

  // While the record is being settled, look again until it is done, then load what it says now.
  if (one("[data-settling]")) {
    const look = async () => {
      const answer = await fetch("/api/session");
      const state = answer.ok ? await answer.json() : null;
      if (state && !state.settling) location.reload();
      else setTimeout(look, 2500);
    };
    setTimeout(look, 1500);
  }
})();
