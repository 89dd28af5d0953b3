using static ConnectionGen.Generators.Tests.Sources;

namespace ConnectionGen.Generators.Tests;

public sealed class RegistryTests
{
    private static Project Library(string visibleTo = "") => Project.Of(Usings + visibleTo + """
        namespace Library;
        """ + Class("LibraryConnection", Execute, ", int width = 80") + Class("SecretConnection", """
            [Service] public virtual Task<int> SecretAsync() => Task.FromResult(1);
        """, modifiers: "internal partial")) with
    {
        AssemblyName = "Library",
    };

    [Fact]
    public void Classes_of_referenced_assemblies_are_registered_and_called()
    {
        var library = Library().Generate().Compiles();
        Assert.Contains("""[assembly: global::ConnectionGen.ConnectionClassManifest(typeof(global::Library.LibraryConnection), "LibraryConnection", Arguments = new[] { "width=int" })]""", library["ConnectionGen-Registry.g.cs"], StringComparison.Ordinal);

        var project = Project.Of(Echo, Usings + """
            public static class Use
            {
                public static async Task<string> Of(Device device, ConnectionPool<Library.LibraryConnection> pool, Library.LibraryConnection connection) =>
                    await device.ExecuteAsync("a") + device.Alias("x").Execute("b") + await pool.ExecuteAsync("c") + connection.Execute("d")
                    + Library.LibraryConnectionExtensions.ConnectLibrary(device, "y", width: 3);
            }
            """) with { References = [library.ToReference()] };
        var generated = project.Generate().Compiles();
        Snapshot.Matches(generated, "ConnectionGen-Registry.g.cs");
        Assert.DoesNotContain("Secret", generated["ConnectionGen-Services.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void An_assembly_without_classes_of_its_own_calls_those_it_refers_to()
    {
        var project = Project.Of("public static class Use { public static string Of(global::ConnectionGen.Device device) => device.Execute(\"a\"); }") with { References = [Library().Generate().ToReference()] };
        Assert.Equal(["ConnectionGen-Registry.g.cs", "ConnectionGen-Services.g.cs"], project.Generate().Compiles().Files.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Assemblies_that_see_each_others_internals_do_not_collide()
    {
        var library = Library("""[assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Sample")]""" + "\n").Generate().Compiles();
        var project = Project.Of(Echo, "using Library; public static class Use { public static object Of(global::ConnectionGen.Device d) => d.Execute(\"a\") + d.Secret() + d.ConnectSecret(\"one\").Secret() + d.one.Secret(); }")
            with { References = [library.ToReference()] };
        project.Generate().Compiles();
    }

    [Fact]
    public void An_assembly_known_by_an_extern_alias_alone_is_left_out()
    {
        var project = Project.Of(Echo) with { References = [Library().Generate().ToReference().WithAliases(["elsewhere"])] };
        Assert.DoesNotContain("Library", project.Generate().Compiles()["ConnectionGen-Registry.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_compilation_without_the_library_gets_nothing_but_the_marker()
    {
        Assert.Empty(Project.Of("public class Any { }").Generate().Compiles().Files);
    }
}
