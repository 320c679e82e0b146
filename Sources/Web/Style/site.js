// Everything works without this file; with it some things are quicker.

// A second press of a button sends nothing twice.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = "1";
  setTimeout(() => delete form.dataset.sent, 8000);
});
addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent));

// What must be put right is read first.
document.querySelector(".summary")?.focus();

// The countdown of a code, by the second; the server's clock decides.
for (const element of document.querySelectorAll("[data-ends]")) {
  const begun = performance.now();
  const left = Number(element.dataset.ends);
  const [minutes, seconds] = element.querySelectorAll("[data-part]");
  const tick = () => {
    const rest = Math.max(0, Math.round(left - (performance.now() - begun) / 1000));
    minutes.textContent = Math.floor(rest / 60);
    seconds.textContent = rest % 60;
    if (rest > 0) setTimeout(tick, 1000);
    else location.reload();
  };
  tick();
}

// How strong a password is, while it is typed; the rules that it meets are ticked.
for (const input of document.querySelectorAll("input[data-strength]")) {
  const box = document.getElementById(input.dataset.strength);
  const meter = box?.querySelector("meter");
  const rules = box?.querySelectorAll("[data-rule]") ?? [];
  const words = box?.querySelector("[data-weak]");
  input.addEventListener("input", () => {
    let met = 0;
    for (const rule of rules) {
      const right = new RegExp(rule.dataset.rule, "u").test(input.value);
      rule.classList.toggle("done", right);
      met += right ? 1 : 0;
    }
    if (meter) meter.value = rules.length ? met / rules.length : 0;
    if (words) {
      const { weak, good } = words.dataset;
      words.textContent = input.value === "" ? "" : met === rules.length ? good : weak;
    }
  });
}

// Where I am, without dragging a pin.
for (const button of document.querySelectorAll("button[data-locate]")) {
  if (!navigator.geolocation) continue;
  button.hidden = false;
  button.addEventListener("click", () => {
    const say = document.getElementById(button.dataset.locate);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        document.getElementById("latitude").value = coords.latitude.toFixed(6);
        document.getElementById("longitude").value = coords.longitude.toFixed(6);
        say.textContent = button.dataset.found;
      },
      () => { say.textContent = button.dataset.failed; },
      { enableHighAccuracy: true, timeout: 15000 });
  });
}

// A photo is shown before it is sent.
for (const input of document.querySelectorAll("input[type=file][data-preview]")) {
  const image = document.getElementById(input.dataset.preview);
  input.addEventListener("change", () => {
    const file = input.files[0];
    image.hidden = !file || !file.type.startsWith("image/");
    if (!image.hidden) image.src = URL.createObjectURL(file);
  });
}
