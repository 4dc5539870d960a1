package io.appkernel.apikeys;

import io.appkernel.db.DatabaseKind;

class H2ApiKeysTest extends ApiKeysContract {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.H2;
    }
}
