// A file of its own, because the content security policy of /docs allows no script inside the page.
const main = document.getElementById("swagger-ui");

// The stylesheet has a dark mode, which a class on the root switches on.
const dark = window.matchMedia("(prefers-color-scheme: dark)");
const follow = () => document.documentElement.classList.toggle("dark-mode", dark.matches);
dark.addEventListener("change", follow);
follow();

// Each failure is one line (see docs.css), and a click on its status shows its sample.
main.addEventListener("click", (event) => {
  event.target.closest(".response-col_status")?.parentElement.classList.toggle("shown");
});

SwaggerUIBundle({
  domNode: main,
  url: main.dataset.contract,
  deepLinking: true,
  // Each operation opens as a form that is filled in with the contract's example.
  tryItOutEnabled: true,
  // The groups, each with its operations by one line; the schemas fold away.
  docExpansion: "list",
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  // Its validator badge would call a machine outside.
  validatorUrl: null,
});
