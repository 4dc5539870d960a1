package planted.opened.jobs;

public interface Store {
    String read();
}
