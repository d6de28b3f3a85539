package nl.betekenisvolmeten.indicators.targets;

/** Where a figure lies beside its target, from good to bad. */
public enum Band {
    /** The target is met. */
    ON_TARGET,
    /** It is not met, by no more than the tolerance. */
    NEAR,
    /** It is missed by more than the tolerance. */
    OFF_TARGET
}
