// The desk works without this file; with it some things are quicker.

// Who else has this case open, asked now and then while the page is looked at.
for (const line of document.querySelectorAll("[data-presence]")) {
  setInterval(async () => {
    if (document.hidden) return;
    const answer = await fetch(line.dataset.presence, { redirect: "error" }).catch(() => null);
    if (answer?.ok) line.textContent = await answer.text();
  }, 30000);
}

// The slider through time tells where it stands, and shows that moment when it is let go.
for (const slider of document.querySelectorAll("[data-slider]")) {
  const told = document.createElement("output");
  told.htmlFor = slider.id;
  told.textContent = slider.value;
  slider.after(told);
  slider.addEventListener("input", () => { told.textContent = slider.value; });
  slider.addEventListener("change", () => {
    const exact = slider.form.elements.at;
    if (exact) exact.value = "";
    slider.form.requestSubmit();
  });
}

// The letters of a text that may have only so many, once half of them are typed.
for (const text of document.querySelectorAll("textarea[data-most]")) {
  const told = document.createElement("output");
  told.htmlFor = text.id;
  told.className = "small soft";
  text.after(told);
  const most = Number(text.dataset.most);
  const count = () => {
    const letters = [...text.value.trim()].length;
    told.textContent = letters * 2 > most ? `${letters} ${text.dataset.counted}` : "";
    told.classList.toggle("error", letters > most);
  };
  text.addEventListener("input", count);
  count();
}

// A long list is narrowed by a few letters of what is sought; what is chosen in it stays in sight.
for (const list of document.querySelectorAll("select[data-find]")) find(list);

function find(list) {
  const input = document.createElement("input");
  input.type = "search";
  input.autocomplete = "off";
  input.placeholder = list.dataset.find;
  input.setAttribute("aria-label", list.dataset.find);
  input.setAttribute("aria-controls", list.id);
  list.before(input);
  const groups = [...list.children].map((group) => [group, [...group.children]]);
  const fold = (text) => text.normalize("NFC").toLowerCase();
  input.addEventListener("input", () => {
    const words = fold(input.value).split(/\s+/).filter(Boolean);
    const fits = (group, item) => {
      const text = fold(`${group.label ?? ""} ${item.textContent}`);
      return item.selected || words.every((word) => text.includes(word));
    };
    list.replaceChildren(...groups.filter(([group, items]) => {
      if (!items.length) return fits(group, group);
      const shown = items.filter((item) => fits(group, item));
      group.replaceChildren(...shown);
      return shown.length;
    }).map(([group]) => group));
  });
  // The first that is left is chosen by Enter; the form is sent by its button.
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    const next = [...list.options].find((item) => !item.selected);
    if (!input.value.trim() || !next) return;
    next.selected = true;
    input.value = "";
    input.dispatchEvent(new Event("input"));
    next.scrollIntoView({ block: "nearest" });
  });
}

const queue = document.getElementById("queue");
if (queue) {
  live(queue);
  keys(queue);
  ticks(queue);
}

// The page is told that the queue has moved, and asks for itself again. Counts are shown at once;
// rows never move under a pointer or the focus: a notice says that there is more.
function live(queue) {
  if (!window.EventSource || !queue.dataset.live) return;
  const source = new EventSource(queue.dataset.live);
  let asking = false;
  let moved = false;
  let lost = false;
  source.addEventListener("moved", follow);
  // What moved while there was no connection was told to nobody.
  source.addEventListener("error", () => { lost = true; });
  source.addEventListener("open", () => {
    if (lost) follow();
    lost = false;
  });

  async function follow() {
    moved = true;
    if (asking) return;
    asking = true;
    // What moves while it is asked is asked for once more.
    while (moved) {
      moved = false;
      await ask();
    }
    asking = false;
  }

  async function ask() {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } }).catch(() => null);
    // The word came and the page did not: it is asked for until it does.
    if (!answer) { setTimeout(follow, 3000); return; }
    if (!answer.ok || answer.redirected) { source.close(); return; }
    take(new DOMParser().parseFromString(await answer.text(), "text/html"));
  }

  function take(page) {
    for (const id of ["views", "total"]) swap(id, page);
    const now = document.getElementById("rows");
    const next = page.getElementById("rows");
    const same = now && next && numbers(now) === numbers(next);
    if (same) {
      for (const row of next.tBodies[0].rows) refresh(row);
    } else if (isIdle()) {
      show(page);
    } else {
      notice(page);
    }
  }

  // A row that stays where it is shows what it is now; what somebody has opened or ticked stays.
  function refresh(row) {
    const old = document.getElementById(row.id);
    if (!old || old.dataset.version === row.dataset.version) return;
    if (old.contains(document.activeElement)) return;
    const ticked = old.querySelector("input[name=pick]")?.checked;
    old.replaceWith(row);
    const box = row.querySelector("input[name=pick]");
    if (box && ticked) box.checked = true;
  }

  function isIdle() {
    return !queue.contains(document.activeElement) && !queue.matches(":hover")
      && !queue.querySelector("input[name=pick]:checked");
  }

  function notice(page) {
    document.getElementById("moved")?.remove();
    const button = document.createElement("button");
    button.id = "moved";
    button.type = "button";
    button.className = "moved";
    button.setAttribute("role", "status");
    button.textContent = queue.dataset.moved;
    button.addEventListener("click", () => { button.remove(); show(page); });
    queue.prepend(button);
  }

  function show(page) {
    const next = page.getElementById("queue");
    if (!next) return;
    queue.replaceChildren(...next.childNodes);
    ticks(queue);
  }

  function swap(id, page) {
    const old = document.getElementById(id);
    const next = page.getElementById(id);
    // A copy: the whole page may yet be shown, and what was taken out of it would be missing there.
    if (old && next && !old.contains(document.activeElement)) {
      old.replaceWith(next.cloneNode(true));
    }
  }

  function numbers(table) {
    return [...table.tBodies[0].rows].map((row) => row.id).join();
  }
}

// A whole page is ticked with one press.
function ticks(queue) {
  const all = queue.querySelector("#pick-page");
  if (!all) return;
  all.parentElement.hidden = false;
  all.addEventListener("change", () => {
    for (const box of queue.querySelectorAll("input[name=pick]")) box.checked = all.checked;
  });
}

// Keys: for whoever has switched them off, none; while something is typed, none.
function keys(queue) {
  const off = document.getElementById("keys-off");
  const held = "desk-keys-off";
  off.checked = localStorage.getItem(held) === "yes";
  off.addEventListener("change", () => localStorage.setItem(held, off.checked ? "yes" : "no"));
  let leads = false;

  document.addEventListener("keydown", (event) => {
    if (off.checked || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target;
    if (target.matches("textarea, select, input:not([type=checkbox])")) return;
    if (leads) {
      leads = false;
      const tab = document.querySelector(`#views a[data-key="${CSS.escape(event.key)}"]`);
      if (tab) { event.preventDefault(); tab.click(); }
      return;
    }
    const act = acts[event.key];
    if (!act) return;
    if (act(target) !== false) event.preventDefault();
  });

  const rows = () => [...queue.querySelectorAll("#rows tbody tr")];
  const current = () => document.activeElement?.closest("#rows tbody tr");

  function move(step) {
    const all = rows();
    const at = all.indexOf(current());
    const next = all[Math.min(Math.max(at + step, 0), all.length - 1)];
    next?.querySelector("a.open")?.focus();
    next?.scrollIntoView({ block: "nearest" });
  }

  const acts = {
    "?": () => {
      const help = document.getElementById("keys");
      help.open = !help.open;
      help.querySelector("summary").focus();
    },
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => current() ? move(1) : false,
    ArrowUp: () => current() ? move(-1) : false,
    v: () => current()?.querySelector("a.beside")?.click(),
    s: () => document.getElementById("seek")?.focus(),
    g: () => { leads = true; setTimeout(() => { leads = false; }, 1500); },
    x: () => {
      const box = current()?.querySelector("input[name=pick]");
      if (box) box.checked = !box.checked;
    },
    c: () => {
      const form = document.getElementById("bulk");
      const act = document.getElementById("act");
      const row = current();
      if (!form || !act || !row) return false;
      if (!queue.querySelector("input[name=pick]:checked")) {
        row.querySelector("input[name=pick]").checked = true;
      }
      act.value = "claim";
      form.requestSubmit();
    },
    ".": () => {
      const number = current()?.querySelector("a.open")?.textContent;
      if (!number) return false;
      navigator.clipboard?.writeText(number);
    },
  };
}
