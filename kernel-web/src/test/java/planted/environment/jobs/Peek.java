package planted.environment.jobs;

record Peek(String home, String directory) {
    Peek() {
        this(System.getenv("HOME"), System.getProperty("user.dir"));
    }
}
