"use strict";
// Comfort only: every page and form works without this file.
// A block and not a module: a page that an upload brought runs it again.
{
  /** "/" goes to the search field, unless somebody is typing. */
  document.addEventListener("keydown", (event) => {
    const search = document.getElementById("search");
    const typing = event.target instanceof HTMLElement && event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing || !search || !search.offsetParent) return;
    event.preventDefault();
    search.focus();
  });

  /** A page that came back with errors starts at its summary. */
  document.querySelector("[data-focus]")?.focus();

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
}
