package planted.prints.jobs;

interface Loud {
    default void fail(Exception e) {
        System.out.println(e.getMessage());
        e.printStackTrace();
    }
}
