using Microsoft.CodeAnalysis.CSharp;

namespace ConnectionGen.Analyzers.Tests;

public sealed class HalfTypedTests
{
    private const string Code = """
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using ConnectionGen;
        using ConnectionGen.Sample;

        [Testbed("other.yaml")]
        public partial class Other;

        public partial class Outer
        {
            [ConnectionClass("mine", "yours", IsDefault = true)]
            public class Mine(ConnectionContext context, int width = 80, string[]? names = null) : Connection(context)
            {
                protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;
                protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;

                /// <summary>Executes.</summary>
                [Service(NeedsLease = true)]
                public async Task<string> ExecuteAsync(string command, int retries = 3, CancellationToken cancellationToken = default)
                {
                    await Task.Delay(width, cancellationToken);
                    return command;
                }
            }
        }

        public static class Steps
        {
            private static readonly Lab s_lab = Lab.Load();

            public static async Task Main(string[] args)
            {
                using var any = await Testbed.LoadAsync("lab.yaml").ConfigureAwait(false);
                var (a, b) = ((Device)s_lab.Phoenix, s_lab.Devices["r-3"]);
                foreach (var (name, device) in any.Devices)
                {
                    await device.ConnectAsync(name, args.Length > 0 ? "mgnt" : name switch { "x" => "defaults", _ => Lab.R2Device.Via.Console });
                }

                if (any.Devices.TryGetValue("phoenix", out var phoenix) && phoenix is { Name: "phoenix" } same)
                {
                    using var connection = same.Instantiate<Outer.Mine>(alias: "vty-1", via: nameof(args));
                    await same?.Alias("vty_1").Device.ConnectPoolAsync<Outer.Mine>(3, "pool", via: $"{"mg"}mt")!;
                }

                await Task.WhenAll(s_lab.Devices.Values.Where(d => d.Name != "").Select(d => Open(d, "nowhere")));
            }

            private static Task Open(Device on, [ViaPath] string via, [ConnectionAlias] string alias = "default") => on.ConnectAsync(alias, via);
        }
        """;

    [Fact]
    public async Task Code_cut_at_each_token_troubles_no_analyzer()
    {
        var tokens = CSharpSyntaxTree.ParseText(Code, cancellationToken: TestContext.Current.CancellationToken).GetRoot(TestContext.Current.CancellationToken).DescendantTokens().ToArray();
        Assert.True(tokens.Length > 300, $"only {tokens.Length} cuts");
        foreach (var token in tokens)
        {
            var found = await Loose.AnalyzeAsync(Code[..token.SpanStart], Labs.LabYaml);
            Assert.DoesNotContain(found, diagnostic => diagnostic.Id == "AD0001");
        }
    }

    [Fact]
    public async Task Code_without_one_of_its_tokens_troubles_no_analyzer()
    {
        foreach (var token in CSharpSyntaxTree.ParseText(Code, cancellationToken: TestContext.Current.CancellationToken).GetRoot(TestContext.Current.CancellationToken).DescendantTokens())
        {
            var found = await Loose.AnalyzeAsync(Code.Remove(token.SpanStart, token.Span.Length), Labs.LabYaml);
            Assert.DoesNotContain(found, diagnostic => diagnostic.Id == "AD0001");
        }
    }

    [Fact]
    public async Task A_testbed_file_cut_at_each_character_troubles_no_analyzer()
    {
        for (var length = 0; length <= Labs.LabYaml.Length; length++)
        {
            var found = await Loose.AnalyzeAsync(Code, Labs.LabYaml[..length]);
            Assert.DoesNotContain(found, diagnostic => diagnostic.Id == "AD0001");
        }
    }

    [Fact]
    public async Task The_whole_is_understood()
    {
        var found = (await Loose.AnalyzeAsync(Code, Labs.LabYaml)).Select(diagnostic => diagnostic.Id).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal("CG0001, CG0004, CG1001, CG1004, CG1007, CG2002", string.Join(", ", found));
    }
}
