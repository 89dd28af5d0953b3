using ConnectionGen.TestbedFiles;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ConnectionGen.Analyzers.Tests;

public sealed class ReadingTests
{
    private const string Path = "/project/lab.yaml";

    private static readonly AnalyzerOptions s_alone = new([]);

    [Fact]
    public async Task A_text_is_read_once_however_many_ask_and_when()
    {
        var text = SourceText.From("devices: { phoenix: { os: linux } }");
        using var start = new Barrier(8);
        var asked = Enumerable.Range(0, start.ParticipantCount).Select(_ => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait(TestContext.Current.CancellationToken);
                return Read(text, s_alone);
            },
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default));

        Assert.All(await Task.WhenAll(asked), document => Assert.Same(Read(text, s_alone), document));
        Assert.NotSame(Read(text, s_alone), Read(SourceText.From(text.ToString()), s_alone));
    }

    [Fact]
    public void A_text_that_extends_another_is_read_again_when_that_one_changed()
    {
        var text = SourceText.From("extends: base.yaml");
        var before = new AnalyzerOptions([new Base("devices: { phoenix: { os: linux } }")]);
        var after = new AnalyzerOptions([new Base("devices: { ironman: { os: linux } }")]);

        var first = Read(text, before);
        Assert.Same(first, Read(text, before));
        var second = Read(text, after);
        Assert.Same(second, Read(text, after));
        Assert.Equal(["phoenix", "ironman"], [.. first.Devices.Concat(second.Devices).Select(static device => device.Name)]);
    }

    [Fact]
    public void A_reading_that_was_stopped_is_made_up_for()
    {
        var text = SourceText.From("devices: { phoenix: { os: linux } }");
        Assert.Throws<OperationCanceledException>(() => TestbedReadings.Read(text, Path, s_alone, new CancellationToken(canceled: true)));
        Assert.Single(Read(text, s_alone).Devices);
    }

    private static TestbedDocument Read(SourceText text, AnalyzerOptions options) => TestbedReadings.Read(text, Path, options, TestContext.Current.CancellationToken);

    private sealed class Base(string yaml) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(yaml);

        public override string Path => "/project/base.yaml";

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }
}
