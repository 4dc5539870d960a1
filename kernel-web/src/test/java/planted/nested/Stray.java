package planted.nested;

record Stray(String name) {}
