namespace ConnectionGen;

/// <summary>
/// An exception whose message says itself which connection it is about. What a class throws of these while it opens reaches the caller as it is;
/// anything else becomes a <see cref="ConnectionOpenException"/> that says it. Implement it on exceptions of your own that your users are to catch.
/// </summary>
/// <example><code>
/// public sealed class LicenceMissingException(string connection)
///     : Exception($"{connection}: the device has no licence for NETCONF."), IConnectionFailure;
/// </code></example>
public interface IConnectionFailure
{
    /// <summary>Names device, alias and path, or the place in the testbed.</summary>
    string Message { get; }
}
