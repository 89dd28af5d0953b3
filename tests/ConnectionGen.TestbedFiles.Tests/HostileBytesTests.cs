using System.Text;
using CsCheck;

namespace ConnectionGen.TestbedFiles.Tests;

/// <summary>Files that are damaged, too long or made to hurt: reading ends within its time and throws nothing.</summary>
public sealed class HostileBytesTests(ITestOutputHelper output)
{
    private const int Files = 10_000;
    private const int Long = 4_000_000;

    private static readonly byte[][] s_files =
        [.. new[] { "valid", "invalid" }.SelectMany(static kind => Corpus.Files(kind).Select(name => File.ReadAllBytes(Path.Combine(Corpus.Folder, kind, name.Data)))).Where(static bytes => bytes.Length < 5000)];

    [Fact]
    public void Damaged_files_are_read()
    {
        Gen.Int.Sample(
            static seed => Read(Encoding.UTF8.GetString(HostileBytes.Mistaken(s_files[(seed & 0xFFFF) % s_files.Length], seed))) is not null,
            iter: Files);
        output.WriteLine($"{Files} damaged files from {s_files.Length}; a failure names its seed");
    }

    [Theory]
    [InlineData("one line", "devices: {r1: {os: ", "x", "}}")]
    [InlineData("a line of words", "devices: {r1: {os: ", "x ", "}}")]
    [InlineData("a comment", "devices: {} #", "x", "")]
    [InlineData("a quoted line", "devices: {r1: {os: '", "x ", "'}}")]
    [InlineData("escapes", "devices: {r1: {os: \"", "\\n", "\"}}")]
    [InlineData("a block text", "devices: {}\nx-a: |\n", "  x\n", "")]
    [InlineData("markup never closed", "devices: {r1: {os: '", "%{", "'}}")]
    [InlineData("markup closed at the end", "devices: {r1: {os: '", "%{", "}'}}")]
    [InlineData("percent signs", "devices: {r1: {os: '", "%A", "{}'}}")]
    [InlineData("environment", "devices: {r1: {os: '", "%ENV{A}", "'}}")]
    [InlineData("heads of block texts in a faulty file", "devices: @\n", ": &", " |\n  \n x")]
    [InlineData("heads with comments in a faulty file", "devices: @\n", "- | #", "\n")]
    [InlineData("empty lines", "devices: {}\n", "\n", "")]
    [InlineData("lone surrogates", "devices: {r1: {os: '", "\uD83D", "'}}")]
    [InlineData("conflict markers", "devices: {}\n", "<<<<<<< a\n", ">>>>>>> b\n")]
    [InlineData("list of words", "devices: {}\nx-a:\n", "- a\n", "")]
    [InlineData("anchors of one name", "devices: {}\nx-a:\n", "- &a a\n", "")]
    [InlineData("aliases", "devices: {}\nx-a: &a a\nx-b:\n", "- *a\n", "")]
    public async Task Long_files_are_read_in_their_time(string what, string head, string piece, string tail)
    {
        var text = new StringBuilder(head).Insert(head.Length, piece, Long / piece.Length).Append(tail).ToString();
        await IsReadInTimeAsync(text, what);
    }

    [Theory]
    [InlineData("devices:\n", "  r{0}: {{os: ios}}\n")]
    [InlineData("devices: {r1: {connections: {\n", "p{0}: {{ip: 10.0.0.1}},\n")]
    [InlineData("devices: {}\n", "unknown{0}: x\n")]
    [InlineData("devices: {}\ntopology:\n", "  nodevice{0}: {{}}\n")]
    [InlineData("devices:\n", "  r{0}: {{connections: {{defaults: {{via: nowhere}}, a: {{ip: x.x.x.x, proxy: nobody{0}, login_creds: none}}}}}}\n")]
    [InlineData("devices: {}\n", "x-{0}: &a{0} [b]\n")]
    public async Task Files_of_a_great_many_keys_are_read_in_their_time(string head, string line)
    {
        var text = new StringBuilder(head);
        for (var number = 0; number < 100_000; number++)
            text.AppendFormat(System.Globalization.CultureInfo.InvariantCulture, line, number);

        await IsReadInTimeAsync(text.ToString(), "many keys");
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("[")]
    [InlineData("a: b\n")]
    public void A_hundred_megabytes_are_refused_with_the_limit(string piece)
    {
        var problem = Assert.Single(Read(new StringBuilder().Insert(0, piece, 100 * 1024 * 1024 / piece.Length).ToString()).Problems);

        Assert.Equal("CG2001", problem.Id);
        Assert.EndsWith("at most 64 million are read", problem.Message, StringComparison.Ordinal);
    }

    private static async Task IsReadInTimeAsync(string text, string what)
    {
        var reading = Task.Run(() => Read(text), TestContext.Current.CancellationToken);
        try
        {
            // seconds where nothing else runs; what grows with the square of a file takes hours
            Assert.NotNull(await reading.WaitAsync(TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken));
        }
        catch (TimeoutException)
        {
            Assert.Fail($"{what}: {text.Length} characters are not read within five minutes");
        }
    }

    private static TestbedDocument Read(string text) => TestbedReader.Read(text, "lab.yaml", CancellationToken.None);
}
