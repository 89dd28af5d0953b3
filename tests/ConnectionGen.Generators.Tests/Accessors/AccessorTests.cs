using static ConnectionGen.Generators.Tests.Sources;

namespace ConnectionGen.Generators.Tests;

public sealed class AccessorTests
{
    [Fact]
    public void Services_are_called_on_devices_handles_and_pools()
    {
        var source = Usings + "namespace Lab;\n" + Class("OneConnection", Execute) + Class("TwoConnection", Execute + """

                [Service(NeedsLease = true)]
                public virtual ValueTask SendAsync(string text, CancellationToken cancellationToken = default) => default;

                [Service]
                public virtual int Count(string text) => text.Length;

                [Service]
                public virtual async IAsyncEnumerable<string> LinesAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
                {
                    await Task.Yield();
                    yield return "a";
                }
            """);
        Snapshot.Matches(Project.Of(source).Generate().Compiles(), "ConnectionGen-Services.g.cs");
    }

    [Fact]
    public async Task The_service_of_the_connection_behind_the_device_alias_or_pool_is_called()
    {
        var answers = await Project.Of(Usings + Class("AaConnection", Execute + """
                [Service] public virtual int Count(string text) => text.Length;
                [Service] public virtual void Reset() => Resets++;
                public static int Resets;
                [Service] public virtual async IAsyncEnumerable<int> UpToAsync(int n, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
                {
                    for (var i = 1; i <= n; i++) { await Task.Yield(); yield return i; }
                }
                [Service(NeedsLease = true)] public virtual Task SendAsync(string text) => Task.CompletedTask;
            """), Usings + Class("BbConnection", Execute), Usings + """
            public static class Program
            {
                public static async Task<string> Run()
                {
                    await using var testbed = Testbed.Parse("devices: { d: { os: linux, type: router, connections: { p: { protocol: telnet, ip: 127.0.0.1 } } } }");
                    var d = testbed.Devices["d"];
                    var said = new List<string>();
                    AaConnection a = await d.ConnectAaAsync();
                    await d.ConnectBbAsync(alias: "b");
                    var pool = d.ConnectAaPool(2, "pool");
                    said.Add(await d.ExecuteAsync("1"));
                    said.Add(await d.b.ExecuteAsync("2"));
                    said.Add(d.Alias("b").Execute("3"));
                    said.Add(a.Execute("4"));
                    said.Add(await pool.ExecuteAsync("5"));
                    said.Add(pool.Execute("6"));
                    said.Add(d.pool.Execute("7"));
                    said.Add(d.Count("four") + "" + d.pool.Count("xx") + pool.Count("x"));
                    d.Reset(); d.pool.Reset();
                    said.Add("" + AaConnection.Resets);
                    await foreach (var i in d.UpToAsync(2)) said.Add("i" + i);
                    await foreach (var i in d.pool.UpToAsync(1)) said.Add("p" + i);
                    said.Add(await Why(() => d.b.SendAsync("x")));
                    said.Add(await Why(() => d.pool.SendAsync("x")));
                    said.Add(await Why(() => d.Alias("nobody").SendAsync("x")));
                    said.Add(await Why(async () => { await foreach (var i in d.b.UpToAsync(1)) { } }));
                    try { d.b.Count("x"); } catch (Exception e) { said.Add(e.GetType().Name); }
                    await d.SendAsync("x");
                    return string.Join(" ", said);
                }

                // a refusal is a faulted task, never a throw
                private static async Task<string> Why(Func<Task> call)
                {
                    var task = call();
                    try { await task; return "none"; } catch (Exception e) { return e.GetType().Name; }
                }
            }
            """).Generate().RunAsync();

        Assert.Equal(
            "AaConnection:1 BbConnection:2 BbConnection:3 AaConnection:4 AaConnection:5 AaConnection:6 AaConnection:7 421 2 i1 i2 p1 "
            + "ServiceNotSupportedException ServiceNotSupportedException ConnectionNotFoundException ServiceNotSupportedException ServiceNotSupportedException",
            answers);
    }

    [Fact]
    public async Task Overloads_that_differ_in_optional_parameters_are_not_ambiguous()
    {
        var answers = await Project.Of(Usings + Class("CcConnection", """
                [Service] public virtual Task<string> AskAsync(string q, CancellationToken cancellationToken = default) => Task.FromResult("c" + q);
                [Service] public virtual Task<string> TellAsync(string q, int times = 2) => Task.FromResult("c" + q + times);
            """), Usings + Class("DdConnection", """
                [Service] public virtual Task<string> AskAsync(string q, bool raw = true, int times = 3, CancellationToken cancellationToken = default) => Task.FromResult("d" + q + raw + times);
                [Service] public virtual Task<string> TellAsync(string q, bool raw = true, CancellationToken token = default) => Task.FromResult("d" + q + raw);
            """), Usings + """
            public static class Program
            {
                public static async Task<string> Run()
                {
                    await using var testbed = Testbed.Parse("devices: { d: { os: linux, type: router, connections: { p: { protocol: telnet, ip: 127.0.0.1 } } } }");
                    var d = testbed.Devices["d"];
                    var c = await d.ConnectCcAsync(alias: "c");
                    var dd = await d.ConnectDdAsync(alias: "d");
                    var pool = await d.ConnectDdPoolAsync(1, alias: "pool");
                    return string.Join(" ",
                        await d.c.AskAsync("1"), await d.Alias("d").AskAsync("2"), await d.Alias("d").AskAsync("3", raw: false), await d.Alias("d").AskAsync("4", true, 5, default), d.Alias("d").Ask("5"),
                        c.Ask("6"), dd.Ask("7"), await pool.AskAsync("8"), await d.pool.AskAsync("9"),
                        await d.c.TellAsync("1"), await d.Alias("d").TellAsync("2"), await d.c.TellAsync("3", 4), d.Alias("d").Tell("4", false), dd.Tell("5"), pool.Tell("6"));
                }
            }
            """).Generate().RunAsync();

        Assert.Equal("c1 d2True3 d3False3 d4True5 d5True3 c6 d7True3 d8True3 d9True3 c12 d2True c34 d4False d5True d6True", answers);
    }

    [Fact]
    public async Task A_synchronous_service_and_a_twin_are_one_method()
    {
        var answers = await Project.Of(Usings + Class("EeConnection", """
                [Service] public virtual string Ask(string q) => "e" + q;
                [Service] public virtual void Clear() { }
            """), Usings + Class("FfConnection", """
                [Service] public virtual ValueTask<string> AskAsync(string q, CancellationToken cancellationToken = default) => new("f" + q);
                [Service] public virtual Task ClearAsync() => Task.CompletedTask;
            """), Usings + """
            public static class Program
            {
                public static async Task<string> Run()
                {
                    await using var testbed = Testbed.Parse("devices: { d: { os: linux, type: router, connections: { p: { protocol: telnet, ip: 127.0.0.1 } } } }");
                    var d = testbed.Devices["d"];
                    await d.ConnectEeAsync(alias: "e");
                    var f = await d.ConnectFfAsync(alias: "f");
                    d.ConnectEePool(1, "ep");
                    var pool = d.ConnectFfPool(1, "fp");
                    d.e.Clear(); d.f.Clear(); d.ep.Clear(); d.fp.Clear(); f.Clear(); pool.Clear();
                    return string.Join(" ", d.e.Ask("1"), d.f.Ask("2"), d.ep.Ask("3"), d.fp.Ask("4"), f.Ask("5"), pool.Ask("6"), await d.f.AskAsync("7"));
                }
            }
            """).Generate().RunAsync();

        Assert.Equal("e1 f2 e3 f4 f5 f6 f7", answers);
    }

    [Fact]
    public void Services_that_agree_in_all_but_the_result_have_no_common_accessor()
    {
        var generated = Project.Of(
            Usings + Class("OneConnection", Execute + "[Service] public virtual Task<int> AskAsync() => Task.FromResult(1);"),
            Usings + Class("TwoConnection", Execute + "[Service] public virtual Task<long> AskAsync() => Task.FromResult(1L);")).Generate().Compiles();
        Assert.DoesNotContain("Ask", generated["ConnectionGen-Services.g.cs"], StringComparison.Ordinal);
        Assert.Contains("Execute", generated["ConnectionGen-Services.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Service] public virtual Task Ask(string q, CancellationToken c = default) => Task.CompletedTask; [Service] public virtual Task AskAsync(string q) => Task.CompletedTask;")]
    [InlineData("[Service] public virtual void AskAsync(CancellationToken c) { } [Service] public virtual Task AskAsync() => Task.CompletedTask;")]
    [InlineData("[Service] public virtual Task AskAsync(string q) => Task.CompletedTask; [Service] public virtual Task AskAsync(string q, CancellationToken c) => Task.CompletedTask;")]
    [InlineData("[Service] public virtual Task AskAsync(string? q) => Task.CompletedTask; [Service] public virtual void Ask(string q) { } [Service] public virtual void Ask(string q, CancellationToken c) { }")]
    [InlineData("[Service] public virtual Task AskAsync(int a, int b = 1) => Task.CompletedTask; [Service] public virtual Task AskAsync(int a, int b, int c = 1) => Task.CompletedTask;")]
    [InlineData("[Service] public virtual Task AskAsync(params int[] a) => Task.CompletedTask; [Service] public virtual Task AskAsync(int a = 1) => Task.CompletedTask;")]
    [InlineData("[Service] public virtual Task Async() => Task.CompletedTask; [Service] public new virtual string ToString() => \"\"; [Service] public virtual bool Equals(string x) => true;")]
    public void Awkward_overloads_compile(string services) =>
        Project.Of(Usings + Class("OneConnection", services), Usings + Class("TwoConnection", Execute + services)).Generate().Compiles();

    [Fact]
    public void Differently_annotated_services_are_one_accessor() => Project.Of(
        Usings + Class("OneConnection", "[Service] public virtual Task<string?> AskAsync(string? q, (int A, string? B) t) => Task.FromResult(q);"),
        Usings + Class("TwoConnection", "[Service] public virtual Task<string> AskAsync(string q, (int X, string Y) t) => Task.FromResult(q);"),
        "#nullable disable\n" + Usings + Class("ThreeConnection", "[Service] public virtual Task<string> AskAsync(string q, (int, string) t) => Task.FromResult(q);")).Generate().Compiles();
}
