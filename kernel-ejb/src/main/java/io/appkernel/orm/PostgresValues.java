package io.appkernel.orm;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.platform.database.PostgreSQLPlatform;
import org.jspecify.annotations.Nullable;

/** EclipseLink's PostgreSQL, with the kernel's binding of values. */
final class PostgresValues extends PostgreSQLPlatform {
    private static final long serialVersionUID = 1L;

    private final transient Binding binding = new PostgresBinding();

    @Override
    public void setParameterValueInDatabaseCall(
            @Nullable Object value, PreparedStatement statement, int index, AbstractSession session)
            throws SQLException {
        if (!binding.bind(value, statement, index)) {
            super.setParameterValueInDatabaseCall(value, statement, index, session);
        }
    }

    @Override
    protected void setNullFromDatabaseField(DatabaseField field, PreparedStatement statement, int index)
            throws SQLException {
        statement.setNull(index, Types.NULL);
    }

    @Override
    public @Nullable Object getObjectFromResultSet(ResultSet rows, int column, int type, AbstractSession session)
            throws SQLException {
        return binding.reads(type)
                ? binding.read(rows, column, type)
                : super.getObjectFromResultSet(rows, column, type, session);
    }
}
