using System.Text.RegularExpressions;
using ConnectionGen.Cli.Dialogs;
using ConnectionGen.Cli.Expecting;
using ConnectionGen.Cli.Tests.Transports;

namespace ConnectionGen.Cli.Tests.Dialogs;

public class DialogTests
{
    private static readonly TimeSpan s_long = TimeSpan.FromSeconds(30);
    private static readonly TextPattern s_prompt = new("prompt", new Regex("^r1# $"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact, Behaviour("DG-13", "DG-26")]
    public async Task Questions_are_answered_in_whatever_order_until_the_prompt_comes()
    {
        var link = new MemoryTransport().Says("Save? [yes/no]: ");
        link.OnLine = line => line switch
        {
            "no" => "no\r\nPassword: ",
            "s3cret" => "\r\nr1# ",
            _ => "?",
        };
        await using var terminal = new Terminal(link);
        var dialog = new Dialog(
            DialogStatement.Secret(new Regex("Password: $"), () => "s3cret"),
            DialogStatement.Line(new Regex(@"Save\? \[yes/no\]: $"), "no"));
        var end = await dialog.RunAsync(terminal, [s_prompt], s_long, Token);
        Assert.Equal("Save? [yes/no]: no\nPassword: \n", end.Before);
        Assert.Equal("no\rs3cret\r", link.Sent);
    }

    [Fact, Behaviour("DG-14", "DG-15", "DG-24")]
    public async Task A_key_is_sent_without_enter_and_may_end_the_dialog()
    {
        var link = new MemoryTransport().Says("Proceed? [confirm]");
        await using var terminal = new Terminal(link);
        var end = await new Dialog(DialogStatement.Key(new Regex(@"\[confirm\]$"), "y") with { Ends = true }).RunAsync(terminal, [], s_long, Token);
        Assert.Equal("y", link.Sent);
        Assert.Equal("[confirm]", end.Value);
    }

    [Fact, Behaviour("DG-21")]
    public async Task A_failure_text_is_an_exception()
    {
        await using var terminal = new Terminal(new MemoryTransport().Says("% Bad passwords\r\nlogin: "));
        var dialog = new Dialog(DialogStatement.Failure(new("refusal", new Regex("^% Bad passwords"), PatternScope.EachLine), (_, match) => new InvalidOperationException(match.Value)));
        var e = await Assert.ThrowsAsync<InvalidOperationException>(async () => await dialog.RunAsync(terminal, [s_prompt], s_long, Token));
        Assert.Equal("% Bad passwords", e.Message);
    }

    [Fact, Behaviour("DG-16", "DG-25")]
    public async Task One_limit_holds_for_all_answers()
    {
        var link = new MemoryTransport().Says("again? ");
        link.OnLine = _ => "\r\nagain? ";
        await using var terminal = new Terminal(link);
        var dialog = new Dialog(DialogStatement.Line(new Regex(@"again\? $"), "y"));
        var e = await Assert.ThrowsAsync<ExpectTimeoutException>(async () => await dialog.RunAsync(terminal, [s_prompt], TimeSpan.FromMilliseconds(100), Token));
        Assert.Contains("not seen within 0.1 s: prompt /^r1# $/, question", e.Message, StringComparison.Ordinal);
    }

    [Fact, Behaviour("DG-27")]
    public void Dialogs_add_up_in_order()
    {
        var a = DialogStatement.Line(new Regex("a"), "1");
        var b = DialogStatement.Line(new Regex("b"), "2");
        Assert.Equal(new[] { a, b }, new Dialog(a).Then(new Dialog(b)));
    }
}
