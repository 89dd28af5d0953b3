namespace ConnectionGen;

/// <summary>
/// The result of a service that begins something on its connection which stays until it is disposed of: a shell on the device, a transaction. The
/// connection, and on a pool its worker, belong to the scope's holder until then; other calls wait, and a call of the same flow on the connection
/// itself throws at once instead of waiting for itself.
/// </summary>
/// <remarks>A service gives it by <see cref="Task{TResult}"/> or <see cref="ValueTask{TResult}"/>. End what was begun and then the <see cref="Hold"/>, when you are disposed of.</remarks>
/// <example><code>
/// public sealed class Shell(CliConnection connection) : IConnectionScope
/// {
///     public ScopeHold? Hold { get; set; }
///
///     public Task&lt;string&gt; ExecuteAsync(string command, CancellationToken cancellationToken = default)
///         => Hold!.RunAsync(() => connection.ExecuteAsync(command, cancellationToken: cancellationToken));
///
///     public async ValueTask DisposeAsync()
///     {
///         using (Hold)
///             await ExecuteAsync("exit");
///     }
///     …
/// }
/// </code></example>
public interface IConnectionScope : IAsyncDisposable, IDisposable
{
    /// <summary>What holds the connection for the scope. Set once, before the caller gets the scope; dispose of it last.</summary>
    ScopeHold? Hold { get; set; }
}
