namespace ConnectionGen;

/// <summary>The base of what this library throws about connections and testbeds.</summary>
/// <param name="message">What was asked, what was found, what is allowed.</param>
/// <param name="inner">The cause, if any.</param>
public class ConnectionGenException(string message, Exception? inner = null) : Exception(message, inner), IConnectionFailure;

/// <summary>A device has no connection of that alias; the message names those that it has.</summary>
/// <param name="message">Device, alias and the aliases there are.</param>
public sealed class ConnectionNotFoundException(string message) : ConnectionGenException(message);

/// <summary>A device has no path of that name, or several and none was chosen; the message names those that it has.</summary>
/// <param name="message">Device, path and the paths there are.</param>
public sealed class UnknownPathException(string message) : ConnectionGenException(message);

/// <summary>No connection class of that name is registered; the message names those that are.</summary>
/// <param name="message">Device, path, class and the classes there are.</param>
public sealed class UnknownConnectionClassException(string message) : ConnectionGenException(message);

/// <summary>The alias names a connection of another class, or a pool where a single connection was asked for or the other way round.</summary>
/// <param name="message">Device, alias, what was asked for and what there is.</param>
public sealed class ConnectionClassMismatchException(string message) : ConnectionGenException(message);

/// <summary>The constructor of a connection class threw, or its arguments could not be read.</summary>
/// <param name="message">Device, alias, path and class.</param>
/// <param name="inner">What the constructor threw.</param>
public sealed class ConnectionCreationException(string message, Exception inner) : ConnectionGenException(message, inner);

/// <summary>
/// The class could not open the link: what its <c>OpenAsync</c> threw is the <see cref="Exception.InnerException"/>. Exceptions that name their
/// connection themselves, <see cref="IConnectionFailure"/>, reach the caller as they are.
/// </summary>
/// <param name="message">Device, alias, path and what the class threw.</param>
/// <param name="inner">What the class threw.</param>
public sealed class ConnectionOpenException(string message, Exception inner) : ConnectionGenException(message, inner)
{
    /// <summary>What the class threw, for logs and metrics: its type says more.</summary>
    internal static Exception CauseOf(Exception error) => error is ConnectionOpenException { InnerException: { } thrown } ? thrown : error;
}

/// <summary>A service was called on a connection that is closed. Nothing connects by itself.</summary>
/// <param name="message">Device, alias, path and service.</param>
public sealed class NotConnectedException(string message) : ConnectionGenException(message);

/// <summary>A connection was closed while the call was running.</summary>
/// <param name="message">Device, alias and path.</param>
/// <param name="inner">How the link ended, if it is known.</param>
public sealed class ConnectionClosedException(string message, Exception? inner = null) : ConnectionGenException(message, inner);

/// <summary>The class of the connection behind the call does not offer the service.</summary>
/// <param name="message">Device, alias, class and service.</param>
public sealed class ServiceNotSupportedException(string message) : ConnectionGenException(message);

/// <summary>A connection did not open or close within its limit; see <see cref="ConnectionLimits"/>.</summary>
/// <param name="message">Device, alias, path and limit.</param>
public sealed class ConnectionTimeoutException(string message) : TimeoutException(message), IConnectionFailure;

/// <summary>A call waited for the calls before it on the same connection for longer than <see cref="ConnectionLimits.Busy"/>.</summary>
/// <param name="message">Device, alias, path and limit.</param>
public sealed class ConnectionBusyException(string message) : TimeoutException(message), IConnectionFailure;
