package planted.app.widgets;

public record Widget(String name) {}
