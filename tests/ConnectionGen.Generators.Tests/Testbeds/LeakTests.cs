using System.Text;
using ConnectionGen.TestbedFiles;

namespace ConnectionGen.Generators.Tests;

/// <summary>No secret and no address of a testbed file is in an assembly that was built with it.</summary>
public sealed class LeakTests
{
    private const int ShortestSought = 6;

    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "corpus");
    private static readonly string[] s_blocks = ["credentials", "passwords", "tacacs"];
    private static readonly string[] s_keys = ["ip", "host", "port", "command", "ssh_options", "username", "password", "proxy"];

    public static TheoryData<string> Files => [.. Names().Where(static name => !name.StartsWith('_'))];

    [Theory]
    [MemberData(nameof(Files))]
    public void No_secret_and_no_address_is_in_the_assembly(string name)
    {
        var project = Project.Of($"[ConnectionGen.Testbed(\"{name}\")] public partial class Lab;");
        foreach (var file in Names())
            project = project.With($"{Project.Directory}/{file}", Text(file));

        var image = project.Generate().Compiles().ToImage();
        var document = TestbedReader.Read(Text(name), name, static file => File.Exists(Path.Combine(s_folder, file)) ? Text(file) : null, TestContext.Current.CancellationToken);

        Assert.Equal([], Sought(document).Where(text => Holds(image, text)));
        // what is sought would be found if it were there
        Assert.All(document.Devices, device => Assert.True(Holds(image, device.Name), device.Name));
    }

    [Fact]
    public void There_is_something_to_look_for() =>
        Assert.InRange(Names().SelectMany(static name => Sought(TestbedReader.Read(Text(name), name, TestContext.Current.CancellationToken))).Distinct(StringComparer.Ordinal).Count(), 40, int.MaxValue);

    private static IEnumerable<string> Names() => Directory.EnumerateFiles(s_folder, "*.yaml").Select(static file => Path.GetFileName(file)).Order(StringComparer.Ordinal);

    private static string Text(string name) => File.ReadAllText(Path.Combine(s_folder, name));

    private static bool Holds(byte[] image, string text) =>
        image.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0 || image.AsSpan().IndexOf(Encoding.Unicode.GetBytes(text)) >= 0;

    private static HashSet<string> Sought(TestbedDocument document)
    {
        var sought = new HashSet<string>(StringComparer.Ordinal);
        if (document.Root is { } root)
            Collect(root, isWithin: false, sought);

        foreach (var device in document.Devices)
        {
            sought.Remove(device.Name);
            sought.ExceptWith(new[] { device.Defaults?.Text("class"), device.Defaults?.Text("alias"), device.Body.Text("alias") }.OfType<string>());
            foreach (var path in device.Paths)
                sought.ExceptWith(new[] { path.Name, path.Body.Text("class") }.OfType<string>());
        }

        return sought;
    }

    private static void Collect(YamlNode node, bool isWithin, HashSet<string> sought)
    {
        switch (node)
        {
            case YamlScalar { Text.Length: >= ShortestSought } text when isWithin:
                sought.Add(text.Text);
                break;
            case YamlSequence list:
                foreach (var item in list.Items)
                    Collect(item, isWithin, sought);
                break;
            case YamlMapping map:
                foreach (var entry in map.Entries)
                    Collect(entry.Value, isWithin || s_blocks.Contains(entry.Key.Text, StringComparer.Ordinal) || s_keys.Contains(entry.Key.Text, StringComparer.Ordinal), sought);
                break;
        }
    }
}
