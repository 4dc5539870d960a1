package planted.openweb.web.jobs;

public class Paging {
    int limit;
}
