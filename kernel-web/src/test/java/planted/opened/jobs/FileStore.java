package planted.opened.jobs;

public class FileStore implements Store {
    @Override
    public String read() {
        return "";
    }
}
