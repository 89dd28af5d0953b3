namespace ConnectionGen.Reports.Tests;

public sealed class SessionLogTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Calls_are_entries_with_time_device_alias_and_direction()
    {
        Assert.Equal(
            """
            10:42:07.120 r1 default > show version
            10:42:07.120 r1 default < 2 lines
              one
              two
            10:42:07.120 r1 default > Configure a
              b
            10:42:07.120 r1 default > Count
            10:42:07.120 r1 default < 1 line
              7
            10:42:07.120 r1 default > fail
            10:42:07.120 r1 default ! told to fail

            """.ReplaceLineEndings("\n").Replace("show version", "one\n  two", StringComparison.Ordinal),
            await LogAsync(new SessionLogOptions { Clock = EchoTestbed.Clock() }, async r1 =>
            {
                await r1.ExecuteAsync("one\ntwo\n", cancellationToken: Token);
                await r1.ConfigureAsync(["a", "b"], Token);
                await r1.CountAsync(Token);
                await Assert.ThrowsAsync<InvalidDataException>(() => r1.ExecuteAsync("fail", cancellationToken: Token));
            }));
    }

    [Fact]
    public async Task Directions_have_colours_where_it_is_told_so()
    {
        var log = await LogAsync(new SessionLogOptions { HasColours = true, Clock = EchoTestbed.Clock() }, static r1 => r1.ExecuteAsync("hello", cancellationToken: Token));

        Assert.Equal("\e[2m10:42:07.120\e[0m \e[36mr1 default > hello\e[0m\n\e[2m10:42:07.120\e[0m \e[32mr1 default < 1 line\e[0m\n  hello\n", log);
    }

    [Theory]
    [InlineData(6, "1 2 3 4 … 94 more lines … 99 100")]
    [InlineData(1, "1 … 99 more lines …")]
    [InlineData(0, "… 100 more lines …")]
    public async Task Long_answers_are_folded(int most, string shown)
    {
        var log = await LogAsync(new SessionLogOptions { MostLines = most }, static r1 => r1.ExecuteAsync(string.Join('\n', Enumerable.Range(1, 100)), cancellationToken: Token));

        Assert.Equal(shown, string.Join(' ', log[log.IndexOf("100 lines", StringComparison.Ordinal)..].Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(static line => line.Trim())));
    }

    [Fact]
    public async Task Secrets_of_the_testbed_are_hidden_in_call_answer_and_failure()
    {
        var log = await LogAsync(new SessionLogOptions(), static async r1 =>
        {
            await r1.ExecuteAsync("username me password swordfish", cancellationToken: Token);
            await Assert.ThrowsAsync<InvalidDataException>(() => r1.ExecuteAsync("fail swordfish", cancellationToken: Token));
        });

        Assert.Equal(4, log.Split("***").Length - 1);
        Assert.DoesNotContain("swordfish", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Limits_and_tokens_are_no_part_of_what_is_asked() => Assert.Contains(
        "r1 default > hello\n", await LogAsync(new SessionLogOptions(), static r1 => r1.ExecuteAsync("hello", TimeSpan.FromSeconds(5), Token)), StringComparison.Ordinal);

    [Theory]
    [InlineData("ab", "password ab", "password ***")]
    [InlineData("ab", "\"ab\",ab", "\"***\",***")]
    [InlineData("ab", "table absent cab ab2", "table absent cab ab2")]
    [InlineData("1", "1 port of Gi1/0, 1", "*** port of Gi1/0, ***")]
    [InlineData("abc", "xabcx", "x***x")]
    public async Task A_short_secret_is_hidden_where_it_stands_by_itself(string secret, string text, string hidden)
    {
        await using var testbed = Testbed.Parse(EchoTestbed.Yaml.Replace("swordfish", $"\"{secret}\"", StringComparison.Ordinal));

        Assert.Equal(hidden, SecretMask.Of(testbed.Devices["r1"].Instantiate(alias: "any")).Hide(text));
    }

    [Fact]
    public async Task Each_device_has_a_file_of_its_own_whatever_it_is_called()
    {
        var folder = Directory.CreateTempSubdirectory("connectiongen-logs-");
        try
        {
            using (var log = new SessionLog(TextWriter.Null, new SessionLogOptions { Folder = Path.Combine(folder.FullName, "new"), MostLines = 1, HasColours = true, Clock = EchoTestbed.Clock() }))
            {
                await using var testbed = await EchoTestbed.ConnectAsync(log);
                await testbed.CallAsync(static (device, token) => device.ExecuteAsync("a\nb\nc", cancellationToken: token), cancellationToken: Token);
            }

            Assert.Equal(["r%2F2.log", "r1.log"], Directory.GetFiles(Path.Combine(folder.FullName, "new")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
            Assert.EndsWith("10:42:07.120 r1 default < 3 lines\n  a\n  b\n  c\n", await File.ReadAllTextAsync(Path.Combine(folder.FullName, "new", "r1.log"), Token), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> LogAsync(SessionLogOptions options, Func<Device, Task> call)
    {
        await using var output = new StringWriter();
        using var log = new SessionLog(output, options);
        await using var testbed = await EchoTestbed.ConnectAsync(log);
        await call(testbed.Devices["r1"]);
        return output.ToString();
    }
}
