"use strict";
// Comfort only: every page and form works without this file.
// A block and not a module: a page that an upload brought runs it again.
{
  /**
   * Single keys, where the page names their places: none is taken from somebody who types, nor where they are switched off.
   * "?" lists them, "/" goes to the search field, "g" and a letter to a place, "j" and "k" through the entries of a list.
   */
  const keys = document.body.dataset.keys;
  const places = keys ? Object.fromEntries(keys.split(" ").map((place) => [place[0], place.slice(1)])) : null;
  let wentAt = 0;
  if (places) document.addEventListener("keydown", pressed);

  function pressed(event) {
    const typing = event.target instanceof HTMLElement && event.target.closest("input, textarea, select, [contenteditable], dialog");
    if (typing || event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const isSecond = Date.now() - wentAt < 2000;
    wentAt = event.key === "g" && !isSecond ? Date.now() : 0;
    if (isSecond && Object.hasOwn(places, event.key)) return void location.assign(places[event.key]);
    const act = { "/": toSearch, "?": listKeys, j: () => step(1), k: () => step(-1) }[event.key];
    if (act?.() !== undefined) event.preventDefault();
  }

  function toSearch() {
    const search = document.getElementById("search");
    if (!search) return undefined;
    search.offsetParent ? search.focus() : location.assign("/search");
    return true;
  }

  /** To the first link of the entry after, or before, the one that has the focus. */
  function step(by) {
    const rows = [...document.querySelectorAll("main tbody tr, main .ts-rows > li, main .ts-tasks > li")];
    const links = rows.map((row) => row.querySelector("a[href]")).filter((link) => link?.offsetParent);
    if (links.length === 0) return undefined;
    const at = links.findIndex((link) => link.closest("tr, li").contains(document.activeElement));
    links[at < 0 ? (by > 0 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, at + by))].focus();
    return true;
  }

  /** The list of the page of keys, over this page; that page itself, where it cannot be had. */
  function listKeys() {
    fetch("/help/keys", { headers: { Accept: "text/html" } })
      .then(async (answer) => new DOMParser().parseFromString(await answer.text(), "text/html"))
      .then((page) => {
        const list = page.getElementById("key-list");
        const dialog = made("dialog", { className: "ts-dialog" }, { "aria-labelledby": "keys-title" });
        const form = made("form", { method: "dialog" });
        form.append(made("button", { className: "govuk-button ts-button ts-button--quiet", textContent: list.dataset.close }));
        dialog.append(made("h2", { id: "keys-title", textContent: page.querySelector("h1").textContent }), ...list.childNodes, form);
        dialog.addEventListener("close", () => dialog.remove());
        document.body.append(dialog);
        dialog.showModal();
      })
      .catch(() => location.assign("/help/keys"));
    return true;
  }

  /** A page that came back with errors starts at its summary. */
  document.querySelector("[data-focus]")?.focus();

  /** A link into what is folded away unfolds it, also in browsers that do not by themselves. */
  addEventListener("hashchange", unfold);
  unfold();

  function unfold() {
    document.getElementById(location.hash.slice(1))?.closest("details")?.setAttribute("open", "");
  }

  /** A term that runs is counted down; what the page says of it stays true without. */
  const madeAt = Date.now();
  for (const left of document.querySelectorAll("[data-due]")) countDown(left);

  /** By the server's clock: that of a browser, or of a demonstration, may be another one. */
  function countDown(left) {
    const now = Date.parse(left.dataset.now) + Date.now() - madeAt;
    const minutes = Math.floor((Date.parse(left.dataset.due) - now) / 60_000);
    // What ends later than tomorrow stands there in days.
    if (minutes > 60 * 24) return;
    if (minutes < 0) return void (left.textContent = left.dataset.over);
    const time = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
    left.textContent = left.dataset.running.replace("0:00", time);
    setTimeout(countDown, 20_000, left);
  }

  /** The first click counts. The server would take a second one only once as well; this spares the wait. */
  for (const form of document.querySelectorAll('form[method="post"]')) {
    form.addEventListener("submit", (event) => {
      if (form.dataset.sent) return event.preventDefault();
      form.dataset.sent = "yes";
      form.setAttribute("aria-busy", "true");
    });
  }
  addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((form) => {
    delete form.dataset.sent;
    form.removeAttribute("aria-busy");
  }));

  /** What one types is kept while one types: soon after the last letter, one request at a time, and only what changed. */
  for (const button of document.querySelectorAll("button[data-keep]")) keepDraft(button.form, button);

  function keepDraft(form, button) {
    const status = document.createElement("p");
    status.className = "small muted ts-kept-status";
    status.setAttribute("role", "status");
    button.parentElement.after(status);
    const typed = () => {
      const fields = new FormData(form);
      for (const [name, value] of [...fields]) if (typeof value !== "string") fields.delete(name);
      fields.set(button.name, button.value);
      return new URLSearchParams(fields);
    };
    let kept = typed().toString();
    let failed = false;
    let out = false;
    let running = false;
    let timer;
    const changed = () => typed().toString() !== kept;
    const later = (wait) => {
      clearTimeout(timer);
      timer = setTimeout(save, wait);
    };

    async function save(keepalive = false) {
      if (form.dataset.sent || !changed()) return;
      if (running) return later(2000);
      running = true;
      const body = typed();
      const answer = await fetch(form.getAttribute("action"), { method: "POST", body, keepalive, headers: { Accept: "application/json" } })
        .then(async (response) => (response.headers.get("content-type")?.includes("json") ? response.json() : { out: new URL(response.url).searchParams.has("kept") }))
        .catch(() => ({}));
      running = false;
      out = answer.out === true;
      failed = !answer.to && !out;
      if (!failed) kept = body.toString();
      if (answer.to) history.replaceState(null, "", answer.to);
      const time = new Intl.DateTimeFormat(document.documentElement.lang, { timeStyle: "short" }).format(new Date());
      status.textContent = failed ? button.dataset.failed : out ? button.dataset.out : button.dataset.saved.replace("$time", time);
      if (changed()) later(failed ? 15000 : 3000);
    }

    form.addEventListener("input", () => later(1500));
    form.addEventListener("change", () => later(1500));
    addEventListener("pagehide", () => save(true));
    // Only what could not be kept is worth a question.
    addEventListener("beforeunload", (event) => {
      if (failed && changed() && !form.dataset.sent) event.preventDefault();
    });
  }

  /** Forms with files say how far they are. The answer is the page that the browser would have shown. */
  for (const form of document.querySelectorAll("form[data-upload]")) {
    const box = form.querySelector("[data-upload-progress]");
    const input = form.querySelector('input[type="file"]');
    if (!box || !input) continue;
    form.addEventListener("submit", (event) => {
      if (event.defaultPrevented || input.files.length === 0) return;
      event.preventDefault();
      send(form, event.submitter, box, input.files);
    });
  }

  function send(form, submitter, box, files) {
    const text = box.querySelector("[data-upload-text]");
    const request = new XMLHttpRequest();
    const data = new FormData(form, submitter);
    const name = files.length === 1 ? files[0].name : `${files[0].name} +${files.length - 1}`;
    const fraction = new Intl.NumberFormat(document.documentElement.lang, { style: "percent" });
    request.upload.addEventListener("progress", ({ loaded, total }) => {
      const values = { $name: name, $percent: fraction.format(loaded / total), $size: `${(total / 1e6).toFixed(1)} MB` };
      text.textContent = box.dataset.text.replace(/\$(name|percent|size)/g, (key) => values[key]);
    });
    request.addEventListener("load", () => show(request));
    request.addEventListener("error", () => {
      text.textContent = box.dataset.failed;
      delete form.dataset.sent;
      form.removeAttribute("aria-busy");
    });
    box.hidden = false;
    request.open("POST", form.action);
    request.send(data);
  }

  /** The answer has been asked for once, redirect and all; asking again would lose what it says only once. */
  function show({ responseURL, responseText }) {
    if (responseURL !== location.href) history.pushState(null, "", responseURL);
    document.open();
    document.write(responseText);
    document.close();
  }

  /** What is under way shows how far it is. Parts of the page are taken from the page itself, asked for again. */
  async function follow() {
    await new Promise((resolve) => setTimeout(resolve, 2500));
    if (!document.querySelector("[data-progress]")) return;
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } }).catch(() => null);
    if (answer !== null && !answer.ok) return;
    if (answer !== null) {
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const part of document.querySelectorAll("[data-fresh]")) {
        const next = fresh.querySelector(`[data-fresh="${part.dataset.fresh}"]`);
        // Nobody's place in the page is taken from under them.
        if (part.contains(document.activeElement)) continue;
        if (next && next.outerHTML !== part.outerHTML) part.replaceWith(next);
      }
    }
    follow();
  }
  if (document.querySelector("[data-progress]")) follow();

  /** What follows from answers is reckoned while one answers, by the button that does it without script. What stays in place keeps focus and words. */
  for (const button of document.querySelectorAll("button[data-follow]")) reckon(button.form, button);

  function reckon(form, button) {
    let round = 0;
    form.addEventListener("change", async () => {
      const mine = ++round;
      await new Promise((resolve) => setTimeout(resolve, 250));
      if (mine !== round || form.dataset.sent) return;
      const fields = new FormData(form);
      fields.set(button.name, button.value);
      const answer = await fetch(form.getAttribute("action"), { method: "POST", body: new URLSearchParams(fields), headers: { Accept: "text/html" } }).catch(() => null);
      if (mine !== round || !answer?.ok) return;
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      const parts = fresh.querySelector("[data-parts]");
      if (parts) merge(form.querySelector("[data-parts]"), parts);
      for (const reading of form.querySelectorAll("[data-reading]")) {
        const now = fresh.querySelector(`[data-reading="${reading.dataset.reading}"]`);
        if (now && !reading.contains(document.activeElement)) reading.replaceChildren(...now.childNodes);
      }
    });
  }

  /** Parts of one name stay as they are, new ones come in their place, those that are gone go. */
  function merge(there, fresh) {
    const coming = [...fresh.children];
    const names = coming.map((part) => part.dataset.part);
    for (const part of [...there.children]) if (!names.includes(part.dataset.part)) part.remove();
    const known = new Map([...there.children].map((part) => [part.dataset.part, part]));
    let before = null;
    for (const next of coming) {
      const part = known.get(next.dataset.part);
      if (part === undefined) {
        before === null ? there.prepend(next) : before.after(next);
        for (const box of next.querySelectorAll("[data-pick]")) pick(box);
      }
      else if ("parts" in part.dataset) merge(part, next);
      before = part ?? next;
    }
  }

  /** Fields that look for one of many, over the field, button and list that do without this: a combobox as WAI-ARIA 1.2 has it. */
  for (const box of document.querySelectorAll("[data-pick]")) pick(box);

  function pick(box) {
    const input = box.querySelector("input");
    const { name, pick: address, found, none, failed } = box.dataset;
    const lookedFor = input.name;
    const list = made("ul", { id: `${input.id}-list`, className: "ts-pick__list", hidden: true }, { role: "listbox", "aria-label": input.labels[0].textContent });
    const status = made("div", { className: "visually-hidden" }, { role: "status" });
    const many = "many" in box.dataset;
    const value = many || !name ? null : made("input", { type: "hidden", name });
    let choices = [];
    let active = -1;
    let turn = 0;
    let timer;

    const given = box.querySelector("select");
    if (value && given) {
      if (given.value) [value.value, input.value] = [given.value, given.selectedOptions[0].textContent];
      else choices = [...given.options].filter((option) => option.value).map((option) => ({ value: option.value, label: option.textContent }));
    }
    for (const plain of box.querySelectorAll("button, select, [data-pick-plain]")) plain.remove();
    if (value) box.append(value);
    box.append(list, status);
    for (const [key, text] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "false" })) input.setAttribute(key, text);
    settle();
    if (given?.autofocus) input.focus();

    /** The words of a choice are no search. */
    function settle() {
      if (value) input.name = value.value ? "" : lookedFor;
    }

    function show(next) {
      choices = next;
      active = -1;
      list.replaceChildren(...choices.map((choice, i) => optionOf(choice, `${list.id}-${i}`)));
      open(choices.length > 0);
    }

    function open(is) {
      list.hidden = !is;
      input.setAttribute("aria-expanded", String(is));
      if (!is) move(-1);
    }

    function move(to) {
      active = to;
      [...list.children].forEach((option, i) => option.setAttribute("aria-selected", String(i === to)));
      if (to < 0) return input.removeAttribute("aria-activedescendant");
      input.setAttribute("aria-activedescendant", list.children[to].id);
      list.children[to].scrollIntoView({ block: "nearest" });
    }

    async function look() {
      const text = input.value.trim();
      const own = ++turn;
      if (text === "") return show([]);
      const url = new URL(address, location.href);
      url.searchParams.set("q", text);
      const answer = await fetch(url, { headers: { Accept: "application/json" } })
        .then((response) => (response.ok ? response.json() : null))
        .catch(() => null);
      if (own !== turn) return;
      show(answer?.choices ?? []);
      status.textContent = answer === null ? failed : choices.length > 0 ? found.replace("$number", choices.length) : none;
    }

    function choose({ value: chosen, label, hint }) {
      clearTimeout(timer);
      turn += 1;
      if (many) tick(chosen, label, hint);
      else input.value = value ? label : chosen;
      if (value) value.value = chosen;
      settle();
      show([]);
      status.textContent = label;
    }

    function tick(chosen, label, hint) {
      const boxes = box.closest("fieldset").querySelector(".ts-checks");
      const there = [...boxes.querySelectorAll("input")].find((other) => other.value === chosen);
      if (there) there.checked = true;
      else {
        const row = made("label");
        const words = made("span", { textContent: label });
        if (hint) words.append(made("span", { className: "sub", textContent: hint }));
        row.append(made("input", { type: "checkbox", name, value: chosen, checked: true }), " ", words);
        boxes.append(row);
      }
      input.value = "";
    }

    input.addEventListener("input", (event) => {
      if (value) value.value = "";
      settle();
      clearTimeout(timer);
      if (!event.isComposing) timer = setTimeout(look, 150);
    });
    input.addEventListener("compositionend", look);
    input.addEventListener("focus", () => choices.length > 0 && list.hidden && !value?.value && show(choices));
    input.addEventListener("blur", () => {
      const same = choices.filter(({ label }) => label.toLowerCase() === input.value.trim().toLowerCase());
      if (same.length === 1) choose(same[0]);
      open(false);
    });
    input.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) {
        event.preventDefault();
        if (list.hidden) return choices.length > 0 ? show(choices) : look();
        const count = choices.length + 1;
        move(((active + 1 + step + count) % count) - 1);
      } else if (event.key === "Enter" && !list.hidden) {
        event.preventDefault();
        const only = choices.length === 1 ? 0 : active;
        if (choices[only]) choose(choices[only]);
      } else if (event.key === "Escape" && !list.hidden) {
        event.preventDefault();
        open(false);
      } else if (event.key === "Tab" && active >= 0) choose(choices[active]);
    });
    // Before the field loses the focus.
    list.addEventListener("mousedown", (event) => {
      event.preventDefault();
      const at = [...list.children].indexOf(event.target.closest("li"));
      if (choices[at]) choose(choices[at]);
    });
  }

  function optionOf({ label, hint }, id) {
    const option = made("li", { id, textContent: label }, { role: "option", "aria-selected": "false" });
    if (hint) option.append(made("span", { className: "sub", textContent: hint }));
    return option;
  }

  function made(name, properties = {}, attributes = {}) {
    const element = Object.assign(document.createElement(name), properties);
    for (const [key, text] of Object.entries(attributes)) element.setAttribute(key, text);
    return element;
  }
}
