package io.appkernel.settings;

/** One component of a settings record: a property, or a nested record of them. */
sealed interface Part permits Leaf, Shape {}
