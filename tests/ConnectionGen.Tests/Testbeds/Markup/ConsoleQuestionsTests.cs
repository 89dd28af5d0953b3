namespace ConnectionGen.Tests.Testbeds.Markup;

public sealed class ConsoleQuestionsTests
{
    [Fact]
    [Behaviour("CR-10")]
    public void What_is_typed_for_a_secret_is_not_shown()
    {
        var typed = new Queue<ConsoleKeyInfo>("hxunter".Select(static c => Key(c)));
        typed.Enqueue(Key('\b', ConsoleKey.Backspace));
        foreach (var c in "r2")
            typed.Enqueue(Key(c));
        typed.Enqueue(Key('\0', ConsoleKey.LeftArrow));
        typed.Enqueue(Key('\r', ConsoleKey.Enter));
        using var prompt = new StringWriter();

        var answer = new ConsoleQuestions(prompt, static () => throw new InvalidOperationException(), typed.Dequeue).Answer(new TestbedQuestion("Lab password", IsSecret: true, "password"));

        Assert.Equal("hxunter2", answer);
        Assert.Equal("Lab password: " + Environment.NewLine, prompt.ToString());
    }

    [Fact]
    public void Backspace_before_the_first_letter_does_nothing()
    {
        var typed = new Queue<ConsoleKeyInfo>([Key('\b', ConsoleKey.Backspace), Key('\r', ConsoleKey.Enter)]);
        Assert.Equal("", new ConsoleQuestions(TextWriter.Null, static () => null, typed.Dequeue).Answer(new TestbedQuestion("x", IsSecret: true, "password")));
    }

    [Fact]
    public void Another_answer_is_a_line()
    {
        using var prompt = new StringWriter();
        Assert.Equal("r1", new ConsoleQuestions(prompt, static () => "r1", static () => throw new InvalidOperationException()).Answer(new TestbedQuestion("Which device: ", IsSecret: false, "alias")));
        Assert.Equal("Which device: ", prompt.ToString());
    }

    private static ConsoleKeyInfo Key(char c, ConsoleKey key = ConsoleKey.A) => new(c, key, shift: false, alt: false, control: false);
}
