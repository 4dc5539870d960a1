package planted.unseen.jobs;

import jakarta.inject.Singleton;

@Singleton
class Unseen {}
