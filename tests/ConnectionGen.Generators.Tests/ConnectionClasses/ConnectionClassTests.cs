using static ConnectionGen.Generators.Tests.Sources;

namespace ConnectionGen.Generators.Tests;

public sealed class ConnectionClassTests
{
    [Fact]
    public void A_class_gets_a_factory_a_managed_class_and_connect_methods()
    {
        var source = Usings + "namespace Lab.Classes;\n" + Class(
            "HighwayConnection",
            Execute,
            ", int termWidth = 80, TimeSpan? timeout = null, string? banner = null",
            """[ConnectionClass("highway", "hw", Concurrency = Concurrency.Concurrent, NeedsCredentials = true)]""");

        Snapshot.Matches(Project.Of(source).Generate().Compiles());
    }

    [Theory]
    [InlineData("Task<Shell>", "RunScope")]
    [InlineData("ValueTask<Shell>", "RunScope")]
    [InlineData("Task<IConnectionScope>", "RunScope")]
    [InlineData("Task<Shell[]>", "RunTask")]
    [InlineData("Shell", "Run")]
    public void A_result_that_holds_the_connection_is_told_by_its_type(string result, string runner)
    {
        const string Shell = "public sealed class Shell : IConnectionScope { public ScopeHold? Hold { get; set; } public void Dispose() { } public ValueTask DisposeAsync() => default; }\n";
        var services = $"[Service] public virtual {result} Open(CancellationToken cancellationToken = default) => throw new NotSupportedException();";
        var generated = Project.Of(Usings + Shell + Class("ShellConnection", services)).Generate().Compiles();
        Assert.Contains($"ServiceCalls.{runner}(this, s_Open__0", generated["ShellConnection.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public class")]
    [InlineData("public abstract partial class")]
    [InlineData("public sealed partial class")]
    [InlineData("file partial class")]
    public void A_class_of_another_kind_is_passed_over(string modifiers)
    {
        var generated = Project.Of(Echo, Usings + Class("WrongConnection", Execute, modifiers: modifiers[..^" class".Length])).Generate().AddsNoError();
        Assert.DoesNotContain(generated.Files, static f => f.Contains("Wrong", StringComparison.Ordinal));
        Assert.Contains("EchoConnection.g.cs", generated.Files);
    }

    [Theory]
    [InlineData("[ConnectionClass] public static partial class W;")]
    [InlineData("[ConnectionClass] public partial class W;")]
    [InlineData("[ConnectionClass] public partial class W : NoSuchBase;")]
    [InlineData("[ConnectionClass] public partial class W : Exception;")]
    [InlineData("[ConnectionClass] public partial class W<T>(ConnectionContext context) : Connection(context) { OPEN }")]
    [InlineData("[ConnectionClass] public partial class W() : Connection(null!) { OPEN }")]
    [InlineData("[ConnectionClass] public partial class W(int x, ConnectionContext context) : Connection(context) { OPEN }")]
    [InlineData("[ConnectionClass] public partial class W(ConnectionContext context, ref int x) : Connection(context) { OPEN }")]
    [InlineData("[ConnectionClass] public partial class W(ConnectionContext context, in int x) : Connection(context) { OPEN }")]
    [InlineData("[ConnectionClass] public partial class W(ConnectionContext context, ReadOnlySpan<char> x) : Connection(context) { OPEN }")]
    [InlineData("[ConnectionClass] public partial class W(ConnectionContext context, NoSuchType x) : Connection(context) { OPEN }")]
    [InlineData("[ConnectionClass] public partial class W(ConnectionContext context) : Connection(context) { OPEN public required int X { get; set; } }")]
    [InlineData("[ConnectionClass] public partial class W : Connection { public W(ConnectionContext c) : base(c) { } public W(ConnectionContext c, int x) : base(c) { } OPEN }")]
    [InlineData("[ConnectionClass, Obsolete(\"gone\", true)] public partial class W(ConnectionContext context) : Connection(context) { OPEN }")]
    [InlineData("public class Outer { [ConnectionClass] public partial class W(ConnectionContext context) : Connection(context) { OPEN } }")]
    [InlineData("public partial class Outer<T> { [ConnectionClass] public partial class W(ConnectionContext context) : Connection(context) { OPEN } }")]
    [InlineData("public partial class Outer { [ConnectionClass] private partial class W(ConnectionContext context) : Connection(context) { OPEN } }")]
    [InlineData("public partial class Outer { [ConnectionClass] protected partial class W(ConnectionContext context) : Connection(context) { OPEN } }")]
    [InlineData("[ConnectionClass] public partial record W;")]
    [InlineData("[ConnectionClass] public partial struct W;")]
    [InlineData("[ConnectionClass] public partial class")]
    public void A_class_that_cannot_have_a_second_part_is_passed_over(string wrong)
    {
        var generated = Project.Of(Echo, Usings + wrong.Replace("OPEN", Open, StringComparison.Ordinal)).Generate().AddsNoError();
        Assert.Equal(["ConnectionGen-Registry.g.cs", "ConnectionGen-Services.g.cs", "EchoConnection.g.cs"], generated.Files.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Nested_internal_and_global_classes_work()
    {
        var generated = Project.Of(Echo, Usings + $$"""
            namespace Lab
            {
                public static partial class Outer
                {
                    internal partial struct Inner
                    {
                        {{Class("DeepConnection", Execute, ", int width = 1", modifiers: "public partial")}}
                    }

                    {{Class("FlatConnection", Execute)}}
                }

                {{Class("HiddenConnection", Execute, ", Mode mode = Mode.Fast", modifiers: "internal partial")}}
                internal enum Mode { Slow, Fast }
            }
            """).Generate().Compiles();

        Assert.Contains("internal static class Outer_Inner_DeepConnectionExtensions", generated["Lab.Outer.Inner.DeepConnection.g.cs"], StringComparison.Ordinal);
        Assert.Contains("public static class Outer_FlatConnectionExtensions", generated["Lab.Outer.FlatConnection.g.cs"], StringComparison.Ordinal);
        Assert.Contains("internal static class HiddenConnectionExtensions", generated["Lab.HiddenConnection.g.cs"], StringComparison.Ordinal);
        Assert.Contains("(global::Lab.Mode)(1)", generated["Lab.HiddenConnection.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Keywords_and_awkward_names_work()
    {
        Project.Of(Usings + "namespace @event.@class;\n" + Class(
            "@switchConnection",
            """
                [Service] public virtual Task<string> @while(string @for, int Item1, int Item2, bool ToString, CancellationToken @await = default) => Task.FromResult(@for);
                [Service] public virtual Task device(int device, int alias, int target, int connection, int typed, int pool, int s, int worker, int args, int self, CancellationToken token = default) => Task.CompletedTask;
                [Service] public virtual int Count(int cancellationToken, int Rest) => cancellationToken + Rest;
                [Service] public virtual Task LaterAsync(int cancellationToken) => Task.CompletedTask;
                [Service] public virtual void @lock() { }
                public static int Info => 1;
                public int Create() => 2;
            """,
            ", int @int = 1, string? context_ = null, int device = 1, string? alias = null, string? via = null, int poolSize = 2, int cancellationToken = 3, int s = 4, int Item3 = 5")).Generate().Compiles();
    }

    [Fact]
    public void User_types_called_like_those_of_the_framework_do_no_harm()
    {
        Project.Of("namespace Mine { public class System { } public class Device { } public class Task { } public class ConnectionGen { } public class String { } public class Testbed { } }", $$"""
            namespace Mine
            {
                using global::ConnectionGen;
                using CancellationToken = global::System.Threading.CancellationToken;

                [ConnectionClass]
                public partial class OwnConnection(ConnectionContext context) : Connection(context)
                {
                    protected override global::System.Threading.Tasks.Task OpenAsync(CancellationToken cancellationToken) => global::System.Threading.Tasks.Task.CompletedTask;
                    protected override global::System.Threading.Tasks.Task CloseAsync(CancellationToken cancellationToken) => global::System.Threading.Tasks.Task.CompletedTask;
                    [Service] public virtual global::System.Threading.Tasks.Task<string> ExecuteAsync(Device device, CancellationToken cancellationToken = default) => throw new global::System.NotSupportedException();
                    [Service] public virtual global::System.Threading.Tasks.ValueTask<Task?> FindAsync(Task? task) => default;
                    public int System => 1;
                    public class Threading { }
                }

                [global::ConnectionGen.Testbed("lab.yaml")]
                public partial class Lab { public class System { } public class Device { } }
            }
            """).With("/project/lab.yaml", Yaml).Generate().Compiles();
    }

    [Fact]
    public void Every_kind_of_service_works()
    {
        Project.Of(Usings + Class("KindsConnection", """
                [Service] public virtual void A() { }
                [Service] public virtual int B(int x) => x;
                [Service] public virtual Task CAsync() => Task.CompletedTask;
                [Service] public virtual Task<int?> DAsync(int? x, CancellationToken token) => Task.FromResult(x);
                [Service] public virtual ValueTask EAsync(CancellationToken token, string x) => default;
                [Service] public virtual ValueTask<(int Count, string? Text)> FAsync((int Count, string? Text) x) => new(x);
                [Service] public virtual IAsyncEnumerable<string> GAsync(string x, CancellationToken token = default) => throw new NotSupportedException();
                [Service] public virtual IAsyncEnumerable<int> H() => throw new NotSupportedException();
                [Service] public virtual Task<string> IAsync(CancellationToken token = default, params string[] more) => Task.FromResult("");
                [Service] public virtual Task<string> JAsync(params IReadOnlyList<string> more) => Task.FromResult("");
                [Service] public virtual Task<T[]?> KAsync(List<Dictionary<string, T[]?>>? x) => Task.FromResult<T[]?>(null);
                [Service] public virtual void L(int x = 1, CancellationToken token = default) { }
                [Service] public virtual object? M(dynamic? x, object y) => x;
                [Service] public virtual Task Plain() => Task.CompletedTask;
                public class T { }
            """)).Generate().Compiles();
    }

    [Fact]
    public void Every_default_value_is_carried_over()
    {
        var generated = Project.Of(Usings + Class("DefaultsConnection", """
                [Service] public virtual Task AAsync(string a = "a\"\n\u0001", char b = '\'', bool c = true, float d = 1.5f, double e = double.NaN, decimal f = 1.10m,
                    long g = long.MinValue, ulong h = ulong.MaxValue, uint i = 3, byte j = 4, sbyte k = -5, short l = 6, int m = int.MinValue, DayOfWeek n = DayOfWeek.Friday,
                    DayOfWeek? o = DayOfWeek.Sunday, int? p = 7, int? q = null, string? r = null, TimeSpan s = default, Guid? t = default, double u = double.NegativeInfinity,
                    DayOfWeek v = (DayOfWeek)(-1), float w = float.PositiveInfinity, nint x = 8, object? y = null, double z = 1e300) => Task.CompletedTask;
            """, """
            , string a = "a\"\n\u0001", char b = '\'', bool c = true, float d = 1.5f, double e = double.NaN, decimal f = 1.10m,
                    long g = long.MinValue, ulong h = ulong.MaxValue, uint i = 3, byte j = 4, sbyte k = -5, short l = 6, int m = int.MinValue, DayOfWeek n = DayOfWeek.Friday,
                    DayOfWeek? o = DayOfWeek.Sunday, int? p = 7, int? q = null, string? r = null, TimeSpan s = default, Guid? t = default, double u = double.NegativeInfinity,
                    DayOfWeek v = (DayOfWeek)(-1), float w = float.PositiveInfinity, nint x = 8, object? y = null, double z = 1e300
            """)).Generate().Compiles();
        Assert.Contains("""a ?? context__.Arguments.Find("a")?.ToText() ?? "a\"\n\u0001",""", generated["DefaultsConnection.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Arguments_are_read_by_their_type()
    {
        var generated = Project.Of(Usings + Class("ArgumentsConnection", "", """
            , string host, string? motd, int port, bool useTLS, byte b, sbyte sb, short sh, ushort us, uint ui, long lo, ulong ul, float f, double d, decimal de, char ch, TimeSpan span, TimeSpan? maybe,
            DayOfWeek day, Uri uri, System.Net.IPAddress address, SecretString secret, IReadOnlyList<string> many, IEnumerable<string>? some, IReadOnlyCollection<string>? few,
            IReadOnlyDictionary<string, string> map, Func<int>? callback, Func<int> must, params string[] rest
            """)).Generate().Compiles();
        var text = generated["ArgumentsConnection.g.cs"];
        Assert.Contains("""host ?? context__.Arguments.Find("host")?.ToText() ?? throw context__.Arguments.Missing("host"), motd ?? context__.Arguments.Find("motd")?.ToText(), port""", text, StringComparison.Ordinal);
        Assert.Contains("""context__.Arguments.Find("use_tls")?.ToBoolean()""", text, StringComparison.Ordinal);
        Assert.Contains("""context__.Arguments.Find("day")?.ToEnum<global::System.DayOfWeek>()""", text, StringComparison.Ordinal);
        Assert.Contains("""some ?? context__.Arguments.Find("some")?.ToList<string>(static value => value.ToText()), few""", text, StringComparison.Ordinal);
        Assert.Contains("""callback, must ?? throw context__.Arguments.Missing("must"), rest ?? context__.Arguments.Find("rest")?.ToArray<string>(static value => value.ToText()) ?? []);""", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_maps_and_records_are_read_by_what_they_are_made_of()
    {
        var generated = Project.Of(Usings + """
            public enum Mode { Slow = 2, VeryFast = 1, Off = -1 }
            public sealed record Login(string User, SecretString? Password = null, int @retries = 3, Mode mode = Mode.Slow, TimeSpan wait = default);
            public readonly record struct Hop(System.Net.IPAddress Address, Login? Login, params string[] Tags);
            public sealed record Loop(Loop? Next, int A);
            public sealed record Two(int A) { public Two(string b) : this(1) { } }
            public sealed record Needs(int A) { public required int B { get; init; } }
            """ + Class("BlocksConnection", "", """
            , Login login, Hop? hop = null, IReadOnlyList<Hop>? hops = null, int?[]? numbers = null, List<Uri>? sites = null, IList<Mode>? modes = null, Dictionary<string, Login>? users = null,
            IReadOnlyDictionary<string, List<double>>? samples = null, Loop? loop = null, Two? two = null, Needs? needs = null, IDictionary<int, string>? byNumber = null
            """)).Generate().Compiles();
        var text = generated["BlocksConnection.g.cs"];
        const string Login = "record(user=text;password?=secret;retries?=int;mode?=enum(VeryFast|Slow|Off);wait?=time)";
        Assert.Contains($"""
            arguments: ["login={Login}", "hop=record(address=ip;login?={Login};tags?=list(text))", "hops=list(record(address=ip;login?={Login};tags?=list(text)))", "numbers=list(int)", "sites=list(uri)", "modes=list(enum(VeryFast|Slow|Off))", "users=map({Login})", "samples=map(list(double))", "loop=any", "two=any", "needs=any", "by_number=any"]
            """, text, StringComparison.Ordinal);
        Assert.Contains("""
            login ?? context__.Arguments.Find("login")?.ToRecord<global::Login>(static block => new global::Login(block.Find("user")?.ToText() ?? throw block.Missing("user"), block.Find("password")?.ToSecret(), block.Find("retries")?.ToInt32() ?? 3, block.Find("mode")?.ToEnum<global::Mode>() ?? (global::Mode)(2), block.Find("wait")?.ToTimeSpan() ?? default(global::System.TimeSpan)!), "user", "password", "retries", "mode", "wait") ?? throw context__.Arguments.Missing("login")
            """, text, StringComparison.Ordinal);
        Assert.Contains("""numbers ?? context__.Arguments.Find("numbers")?.ToArray<int?>(static value => value.ToInt32())""", text, StringComparison.Ordinal);
        Assert.Contains("""samples ?? context__.Arguments.Find("samples")?.ToMap<global::System.Collections.Generic.List<double>>(static value => value.ToList<double>(static value => value.ToDouble()))""", text, StringComparison.Ordinal);
        Assert.Contains("loop, two, needs, byNumber);", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Inherited_services_are_managed_too()
    {
        var generated = Project.Of(Usings + $$"""
            public abstract class Root<T>(ConnectionContext context) : Connection(context)
            {
                [Service] public abstract Task<T> AskAsync(T x, CancellationToken cancellationToken = default);
                [Service] public virtual void Reset() { }
                [Service] public virtual void Final() { }
            {{Open}}
            }
            """, Usings + Class("BaseConnection", """
                public override Task<string> AskAsync(string x, CancellationToken cancellationToken = default) => Task.FromResult(x);
                public sealed override void Final() { }
            """, @base: "Root<string>"), Usings + Class("DerivedConnection", """
                [Service] public virtual void More() { }
                public override void Reset() { }
            """, @base: "BaseConnection")).Generate().Compiles();

        var derived = generated["DerivedConnection.g.cs"];
        Assert.Contains("override global::System.Threading.Tasks.Task<string> AskAsync(string x,", derived, StringComparison.Ordinal);
        Assert.Contains("override void Reset()", derived, StringComparison.Ordinal);
        Assert.Contains("override void More()", derived, StringComparison.Ordinal);
        Assert.DoesNotContain("Final", derived, StringComparison.Ordinal);
        // the class that introduces the service is enough to call it
        Assert.Contains("global::Root<string> typed => typed.AskAsync(x, cancellationToken)", generated["ConnectionGen-Services.g.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain("DerivedConnection typed => typed.AskAsync", generated["ConnectionGen-Services.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_method_that_cannot_be_overridden_or_forwarded_is_no_service()
    {
        var generated = Project.Of(Usings + Class("PartlyConnection", """
                [Service] public Task NotVirtualAsync() => Task.CompletedTask;
                [Service] internal virtual Task NotPublicAsync() => Task.CompletedTask;
                [Service] public static Task StaticAsync() => Task.CompletedTask;
                [Service] public virtual Task GenericAsync<T>(T x) => Task.CompletedTask;
                [Service] public virtual void ByReference(ref int x) { }
                [Service] public virtual void Out(out int x) => x = 0;
                [Service] public virtual int Span(ReadOnlySpan<char> x) => 0;
                [Service] public virtual Span<char> Back() => default;
                [Service] public virtual ref int Reference() => throw new NotSupportedException();
            """)).Generate().Compiles();
        Assert.DoesNotContain("override", generated["PartlyConnection.g.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain("ConnectionGen-Services.g.cs", generated.Files);
    }

    [Fact]
    public void Unknown_types_in_a_service_add_no_error()
    {
        Project.Of(Usings + Class("HalfConnection", """
                [Service] public virtual Task<NoSuch> AAsync() => null!;
                [Service] public virtual Task BAsync(List<NoSuch> x, NoSuch[] y) => null!;
                [Service] public virtual
            """)).Generate().AddsNoError();
    }

    [Fact]
    public void Obsolete_is_carried_over()
    {
        var generated = Project.Of(Usings + Class("OldConnection", """
                [Service, Obsolete("use B", DiagnosticId = "OLD1")] public virtual Task AAsync() => Task.CompletedTask;
                [Service, Obsolete("gone", true)] public virtual Task<int> BAsync() => Task.FromResult(1);
                [Service, Obsolete] public virtual void C() { }
            """), Usings + Class("OlderConnection", Execute, attribute: "[ConnectionClass, Obsolete]")).Generate().Compiles();
        Assert.Contains("""[global::System.Obsolete("gone", true)]""", generated["ConnectionGen-Services.g.cs"], StringComparison.Ordinal);
        Assert.Contains("""[global::System.Obsolete("use B", DiagnosticId = "OLD1")]""", generated["OldConnection.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Classes_whose_names_differ_in_case_only_get_a_file_each()
    {
        var generated = Project.Of(Usings + Class("aConnection", Execute) + Class("AConnection", Execute)).Generate().Compiles();
        Assert.Equal(2, generated.Files.Count(static f => f.StartsWith("aconnection-", StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void A_class_of_the_user_may_have_the_name_of_the_extensions()
    {
        var generated = Project.Of(Echo, "public static class EchoConnectionExtensions { }").Generate().Compiles();
        Assert.Contains("static class EchoConnectionExtensions_", generated["EchoConnection.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Several_parts_of_one_class_make_one_file()
    {
        var project = Project.Of(Echo, Usings + "public partial class EchoConnection { [Service] public virtual void Reset() { } }");
        Assert.Contains("override void Reset()", project.Generate().Compiles()["EchoConnection.g.cs"], StringComparison.Ordinal);

        // the attribute twice is the user's error, and no failure of ours
        Project.Of(Echo, "using ConnectionGen; [ConnectionClass(\"b\")] public partial class EchoConnection { }").Generate().AddsNoError();
    }

    [Fact]
    public void A_class_without_pooling_has_no_pools()
    {
        var generated = Project.Of(Usings + Class("ConsoleConnection", Execute, attribute: "[ConnectionClass(SupportsPooling = false)]")).Generate().Compiles();
        Assert.Contains("supportsPooling: false", generated["ConsoleConnection.g.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain("ConnectionPool<", generated["ConsoleConnection.g.cs"] + generated["ConnectionGen-Services.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Code_without_nullable_annotations_works() => Project.Of("#nullable disable\n" + Usings + Class("OldStyleConnection", """
            [Service] public virtual Task<string> ExecuteAsync(string command, string[] more = null, object[][] deep = null) => Task.FromResult(command);
        """, ", string name = null, Uri uri = null")).Generate().Compiles();
}
