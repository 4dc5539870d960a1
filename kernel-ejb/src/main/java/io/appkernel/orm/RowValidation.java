package io.appkernel.orm;

import jakarta.validation.ValidatorFactory;
import org.eclipse.persistence.descriptors.DescriptorEvent;
import org.eclipse.persistence.internal.jpa.metadata.listeners.BeanValidationListener;

/**
 * EclipseLink's Bean Validation, which looks at a new row when it is written and not when it is announced: what is set
 * on it in between counts.
 */
final class RowValidation extends BeanValidationListener {
    RowValidation(ValidatorFactory validators) {
        super(validators, null, null, null);
    }

    @Override
    public void prePersist(DescriptorEvent event) {
        // Comes too early; see preInsert.
    }

    @Override
    public void preInsert(DescriptorEvent event) {
        super.prePersist(event);
    }
}
