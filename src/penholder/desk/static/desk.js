// What is nicer with JavaScript; everything works without it.
"use strict";
(function () {
  function choose(words) {
    var ends = words.split("-").map(Number), first = null;
    document.querySelectorAll("mark[data-at]").forEach(function (mark) {
      var at = mark.dataset.at.split("-").map(Number);
      var inside = ends[0] <= at[0] && at[1] <= ends[1];
      mark.classList.toggle("chosen", inside);
      if (inside && !first) first = mark;
    });
    if (!first) return false;
    var fold = first.closest("details");
    if (fold) fold.open = true;
    var calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    first.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
    return true;
  }
  document.addEventListener("click", function (event) {
    var to = event.target.closest("a[data-words]");
    if (to && !event.ctrlKey && !event.metaKey && choose(to.dataset.words)) {
      event.preventDefault();
      history.replaceState(null, "", to.getAttribute("href"));
    }
    var copy = event.target.closest("button[data-copy]");
    if (copy) {
      var area = document.getElementById(copy.dataset.copy);
      area.select();
      if (navigator.clipboard) navigator.clipboard.writeText(area.value);
      else document.execCommand("copy");
      copy.textContent = "Copied";
    }
  });
  function ready() {
    document.querySelectorAll("button[data-copy][hidden]").forEach(function (button) { button.hidden = false; });
  }
  document.addEventListener("htmx:afterSettle", ready);
  ready();
  var file = document.querySelector("form.drop input[type=file]");
  if (file) {
    ["dragover", "drop"].forEach(function (what) {
      document.addEventListener(what, function (event) {
        if (!event.dataTransfer || !event.dataTransfer.files) return;
        event.preventDefault();
        if (what === "drop" && event.dataTransfer.files.length) {
          file.files = event.dataTransfer.files;
          file.form.requestSubmit();
        }
      });
    });
  }
})();
