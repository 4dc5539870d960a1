// Shows the document of the server this page came from. A credential given once stays in this browser.
SwaggerUIBundle({
  url: '../openapi',
  dom_id: '#page',
  deepLinking: true,
  persistAuthorization: true,
  tryItOutEnabled: true,
  displayRequestDuration: true,
  filter: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  validatorUrl: null,
  onComplete: () => {
    document.title = document.querySelector('.info .title')?.firstChild?.textContent ?? 'API';
  },
});
