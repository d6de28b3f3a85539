/** A project that uses the library, as any other would. ConsumerIT builds and runs it against the jars. */
module consumer {
    requires nl.betekenisvolmeten.indicators.formats;
}
