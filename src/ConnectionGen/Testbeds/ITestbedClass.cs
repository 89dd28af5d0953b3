namespace ConnectionGen;

/// <summary>
/// What every class with <see cref="TestbedAttribute"/> is: a testbed that is loaded by its type. The generator implements it; code that works with
/// any such class, a fixture of tests or a host's services, asks for it.
/// </summary>
/// <typeparam name="TSelf">The class.</typeparam>
/// <example><code>
/// static Task&lt;T&gt; LoadAsync&lt;T&gt;(string file) where T : Testbed, ITestbedClass&lt;T&gt; =&gt; T.LoadAsync(file, options: null, CancellationToken.None);
/// </code></example>
public interface ITestbedClass<TSelf>
    where TSelf : Testbed, ITestbedClass<TSelf>
{
    /// <summary>Reads the testbed that the program runs with.</summary>
    /// <param name="file">The file; the compiled one beside the program where it is null.</param>
    /// <param name="options">How to load; null for the defaults.</param>
    /// <exception cref="TestbedFileException">The file is missing or wrong.</exception>
    /// <exception cref="TestbedShapeException">The file has another shape than the one that was compiled.</exception>
    static abstract TSelf Load(string? file, TestbedOptions? options);

    /// <inheritdoc cref="Load"/>
    /// <param name="cancellationToken">Stops the reading.</param>
    static abstract Task<TSelf> LoadAsync(string? file, TestbedOptions? options, CancellationToken cancellationToken);
}
