// A file of its own, because the content security policy of /docs allows no script inside the page.
const main = document.getElementById("swagger-ui");
SwaggerUIBundle({
  domNode: main,
  url: main.dataset.contract,
  deepLinking: true,
  // Its validator badge would call a machine outside.
  validatorUrl: null,
});
