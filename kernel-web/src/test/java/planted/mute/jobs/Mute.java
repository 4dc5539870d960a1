package planted.mute.jobs;

public record Mute(String why) {}
