"use strict";
// Comfort only: every questionnaire can be answered without this file.
{
  /** What is half-filled stays on this device until it is sent; a device that lets nothing be kept does without. */
  const form = document.querySelector("form[data-store]");
  if (form) keep(form, `answers ${form.dataset.store}`);
  const answered = document.querySelector("[data-answered]");
  if (answered) forget(`answers ${answered.dataset.answered}`);
  document.querySelectorAll("[data-timer]").forEach(time);

  function keep(form, key) {
    const kept = read(key) ?? {};
    for (const input of form.querySelectorAll("input[type=radio]"))
      if (kept[input.name] === input.value && !form.querySelector(`input[name="${input.name}"]:checked`)) input.checked = true;
    form.addEventListener("change", ({ target }) => {
      if (target.type === "radio") write(key, Object.assign(read(key) ?? {}, { [target.name]: target.value }));
    });
    // By this one mark alone a second answer from here is told from another person's; it says nothing of the device.
    const device = form.querySelector("input[name=device]");
    if (device) device.value = own(`device ${form.dataset.store}`);
  }

  function own(key) {
    const known = read(key);
    if (typeof known === "string") return known;
    const drawn = Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join("");
    return write(key, drawn) ? drawn : "";
  }

  function read(key) {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  }

  function write(key, value) {
    try {
      localStorage.setItem(key, JSON.stringify(value));
      return true;
    } catch {
      return false;
    }
  }

  function forget(key) {
    try {
      localStorage.removeItem(key);
    } catch {
      // Nothing was kept.
    }
  }

  /** A stopwatch beside the field for seconds: the field can be typed into at any time. */
  function time(place) {
    const field = document.getElementById(place.dataset.timer);
    if (!field) return;
    const button = Object.assign(document.createElement("button"), { type: "button", className: "govuk-button ts-button ts-button--quiet" });
    button.textContent = place.dataset.start;
    let since = null;
    button.addEventListener("click", () => {
      if (since === null) since = performance.now();
      else {
        field.value = String(Math.round((performance.now() - since) / 100) / 10);
        since = null;
      }
      button.textContent = since === null ? place.dataset.start : place.dataset.stop;
    });
    place.append(button);
  }
}
