package planted.idle.health;

record Check(String name) {}
