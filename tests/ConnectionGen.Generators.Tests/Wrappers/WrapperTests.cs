using static ConnectionGen.Generators.Tests.Sources;

namespace ConnectionGen.Generators.Tests;

public sealed class WrapperTests
{
    private const string Shouting = """
        [ServiceWrapper(typeof(Connection), "ExecuteAsync", Order = -3)]
        [ServiceWrapper(typeof(Connection))]
        public sealed class Shouting : ServiceWrapper<string, string>;
        """;

    [Fact]
    public void A_marked_class_is_registered_and_named_in_the_manifest()
    {
        var generated = Project.Of(Usings + "namespace Wrapping;\n" + Shouting + """
            [ServiceWrapper(typeof(Connection))]
            internal sealed class Hidden : AnyServiceWrapper;
            """).Generate().Compiles();
        Snapshot.Matches(generated, "ConnectionGen-Registry.g.cs");
    }

    [Fact]
    public void Wrappers_of_referenced_assemblies_are_registered_too()
    {
        var library = (Project.Of(Usings + "namespace Library;\n" + Shouting) with { AssemblyName = "Library" }).Generate().Compiles();
        var registry = (Project.Of("public class Any { }") with { References = [library.ToReference()] }).Generate().Compiles()["ConnectionGen-Registry.g.cs"];
        Assert.Contains(
            """global::ConnectionGen.ConnectionClasses.RegisterWrapper<global::Library.Shouting, global::ConnectionGen.Connection>(static () => new global::Library.Shouting(), "ExecuteAsync", -3);""",
            registry,
            StringComparison.Ordinal);
        Assert.DoesNotContain("Manifest", registry, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public abstract class Odd : AnyServiceWrapper;")]
    [InlineData("public class Odd<T> : AnyServiceWrapper;")]
    [InlineData("public class Odd(int x) : AnyServiceWrapper { public int X => x; }")]
    [InlineData("public class Odd;")]
    public void A_class_that_cannot_be_made_is_left_out(string code)
        => Assert.Empty(Project.Of(Usings + "[ServiceWrapper(typeof(Connection))]\n" + code).Generate().Compiles().Files);
}
