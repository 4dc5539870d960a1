package planted.names.util;

record Job() {}
