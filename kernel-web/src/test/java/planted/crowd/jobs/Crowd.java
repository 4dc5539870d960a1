package planted.crowd.jobs;

record Crowd() {}

record T02() {}

record T03() {}

record T04() {}

record T05() {}

record T06() {}

record T07() {}

record T08() {}

record T09() {}

record T10() {}

record T11() {}

record T12() {}

record T13() {}

record T14() {}

record T15() {}

record T16() {}

record T17() {}

record T18() {}

record T19() {}

record T20() {}

record T21() {}

record T22() {}

record T23() {}

record T24() {}

record T25() {}

record T26() {}
