package planted.upward.web.two;

public record TwoPage(String name) {}
