namespace ConnectionGen.Simulation;

/// <summary>Plays the data to one session: takes what is typed, prints, moves from state to state.</summary>
internal sealed class SessionPlayer
{
    private readonly SimulatedDeviceOptions _options;
    private readonly MockData _data;
    private readonly SessionInput _input;
    private readonly SessionOutput _output;
    private readonly LineEditor _editor;
    private readonly HookContext _hookContext;
    private readonly Dictionary<(string State, string Command), int> _calls = [];
    private readonly Action<ReadOnlySpan<byte>> _echo;
    private readonly SessionFaults? _faults;
    private readonly Func<bool> _goOn;
    private string? _requestedState;

    public SessionPlayer(SimulatedDevice device, SimulatedSession session, SessionInput input, SessionOutput output, SessionFaults? faults)
    {
        Device = device;
        Session = session;
        _options = device.Options;
        _data = device.Data;
        _input = input;
        _output = output;
        _editor = new LineEditor(_options.LineLimit);
        _hookContext = new HookContext(this);
        _faults = faults;
        _goOn = () => !input.Interrupts.IsPending;
        State = device.Data.StateToStartIn(session.Line?.State ?? _options.InitialState);
        session.State = State.Name;
        _echo = faults is null ? output.Write : faults.Echo(output.Write, () => State.Name);
    }

    public SimulatedDevice Device { get; }

    public SimulatedSession Session { get; }

    public MockState State { get; private set; }

    private Action<ReadOnlySpan<byte>>? Echo => _input.Echoes ? _echo : null;

    /// <summary>Plays until the client goes; any other end is an exception.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (Session.Line?.Kind == LineKind.Console && !await EnterPressedAsync(cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        await EnterAsync(State.Name, cancellationToken).ConfigureAwait(false);
        while (await NextAsync(cancellationToken).ConfigureAwait(false) is { } action)
        {
            await ActAsync(action, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Has the session move as soon as it waits for input.</summary>
    public void RequestMove(string state)
    {
        Volatile.Write(ref _requestedState, state);
        _input.Wake();
    }

    public async ValueTask PrintForHookAsync(MockText text, CancellationToken cancellationToken) =>
        await PrintAsync(text, [], cancellationToken).ConfigureAwait(false);

    /// <summary>Waits; gives false where Ctrl-C ended the wait.</summary>
    public async ValueTask<bool> DelayAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        delay /= _options.Speed;
        return delay <= TimeSpan.Zero || await WaitAsync(delay, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<bool> WaitAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        await _output.FlushAsync(cancellationToken).ConfigureAwait(false);
        return await _input.Interrupts.DelayAsync(delay, _options.TimeProvider, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<bool> EnterPressedAsync(CancellationToken cancellationToken)
    {
        while (await NextAsync(cancellationToken).ConfigureAwait(false) is { } action)
        {
            if (action == TypedAction.Line)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What was typed next; null where the client has gone. Everything printed so far is sent before it waits.</summary>
    private async ValueTask<TypedAction?> NextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (_editor.TryTakeAgain(out var again) || _input.TryTake(out again))
            {
                if (_editor.Typed(again, State.Keys, Echo) is var action and not TypedAction.None)
                {
                    return action;
                }

                continue;
            }

            if (Interlocked.Exchange(ref _requestedState, null) is { } requested)
            {
                _editor.Clear();
                StartLine();
                await EnterAsync(requested, cancellationToken).ConfigureAwait(false);
                continue;
            }

            await _output.FlushAsync(cancellationToken).ConfigureAwait(false);
            var holding = _editor.IsHolding;
            switch (await _input.WaitAsync(holding ? _options.KeyLimit : Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false))
            {
                case InputWait.Gone:
                    return null;
                case InputWait.TimedOut when holding:
                    if (_editor.GiveUpHolding(State.Keys, Echo) is var held and not TypedAction.None)
                    {
                        return held;
                    }

                    break;
                default:
                    break;
            }
        }
    }

    private ValueTask ActAsync(TypedAction action, CancellationToken cancellationToken) => action switch
    {
        TypedAction.Line => LineAsync(_editor.Line, cancellationToken),
        TypedAction.Key => KeyAsync(_editor.Key!, cancellationToken),
        TypedAction.Interrupt => InterruptAsync(cancellationToken),
        _ => throw new SessionEndedException("the client typed Ctrl-D"),
    };

    private async ValueTask LineAsync(string line, CancellationToken cancellationToken)
    {
        if (_faults is not null && !await DelayedAsync(_faults, line, cancellationToken).ConfigureAwait(false))
        {
            SkipToInterrupt();
        }
        else if (_faults?.FailedLogin(State.Name) is { } failed)
        {
            Count(line, isExpected: true);
            await PlayAsync("", failed, cancellationToken).ConfigureAwait(false);
        }
        else if (await HookedAsync(line, cancellationToken).ConfigureAwait(false))
        {
            Count(line, isExpected: true);

            // a hook that moves its own line moves at once
            await MoveOnAsync(_hookContext.NewState ?? Interlocked.Exchange(ref _requestedState, null), cancellationToken).ConfigureAwait(false);
        }
        else if (Find(line, out var name) is { } command)
        {
            Count(line, isExpected: true);
            await PlayAsync(name, command, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await UnknownAsync(line, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Waits as long as the fault plan has it; gives false where Ctrl-C ended the wait.</summary>
    private async ValueTask<bool> DelayedAsync(SessionFaults faults, string line, CancellationToken cancellationToken)
    {
        if (faults.Wire.MayCut)
        {
            // a cut counts the bytes of the answer, so the echo is on its way before
            await _output.FlushAsync(cancellationToken).ConfigureAwait(false);
        }

        var late = faults.Commanded(line, State.Name);
        return late <= TimeSpan.Zero || await WaitAsync(late, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<bool> HookedAsync(string line, CancellationToken cancellationToken)
    {
        _hookContext.NewState = null;
        return _options.Hooks.TryGetValue(State.Name, out var hook)
            && await hook(_hookContext, line, cancellationToken).ConfigureAwait(false);
    }

    private void Count(string line, bool isExpected)
    {
        Session.Record.Commanded(new SimulatedCommand(State.Name, line, isExpected));
        Device.Count(line);
    }

    /// <summary>The command as typed, else without outer blanks, else what a pattern answers.</summary>
    private MockCommand? Find(string line, out string name)
    {
        name = line;
        if (State.Commands.TryGetValue(line, out var exact))
        {
            return exact;
        }

        name = line.Trim(' ', '\t');
        return State.Commands.GetValueOrDefault(name) ?? FindPattern(name);
    }

    private MockCommand? FindPattern(string line)
    {
        foreach (var pattern in _options.Patterns)
        {
            if (pattern.Answer(State.Name, line) is { } answer)
            {
                return answer;
            }
        }

        return null;
    }

    private async ValueTask UnknownAsync(string line, CancellationToken cancellationToken)
    {
        var isEnter = string.IsNullOrWhiteSpace(line);
        Count(line, isExpected: isEnter);
        if (!isEnter)
        {
            await PrintAsync(MockText.From($"% Invalid command \"{line}\"\n"), [], cancellationToken).ConfigureAwait(false);
        }

        await PromptAsync(cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask KeyAsync(MockKey key, CancellationToken cancellationToken)
    {
        const byte CtrlC = 3;
        if (key.Bytes.Span.Contains(CtrlC))
        {
            _input.Interrupts.Handled();
        }

        await PlayAsync("key " + key.Name, key.Command, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask InterruptAsync(CancellationToken cancellationToken)
    {
        _input.Interrupts.Handled();
        StartLine();
        await PromptAsync(cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask PlayAsync(string name, MockCommand command, CancellationToken cancellationToken)
    {
        var response = NextResponse(name, command);
        if (await PrintAsync(_faults?.Answer(response, State.Name) ?? response, command.Timing, cancellationToken).ConfigureAwait(false))
        {
            await MoveOnAsync(command.NewState, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            SkipToInterrupt();
        }
    }

    /// <summary>What was typed before the Ctrl-C that stopped a response is dropped, as a terminal does; the Ctrl-C itself comes next.</summary>
    private void SkipToInterrupt()
    {
        _editor.Clear();
        _input.SkipTo(3);
    }

    private MockText NextResponse(string name, MockCommand command)
    {
        if (command.Responses.Count < 2)
        {
            return command.Response(0);
        }

        var call = _calls.GetValueOrDefault((State.Name, name));
        _calls[(State.Name, name)] = call + 1;
        return command.Response(call);
    }

    private ValueTask MoveOnAsync(string? newState, CancellationToken cancellationToken) =>
        newState is null ? PromptAsync(cancellationToken) : EnterAsync(newState, cancellationToken);

    /// <summary>Goes to a state: its preface, on to the states that it moves to by itself, then the prompt.</summary>
    private async ValueTask EnterAsync(string name, CancellationToken cancellationToken)
    {
        var next = name;
        for (var moves = 0; next is not null; moves++)
        {
            if (moves > _data.States.Count)
            {
                throw await FailedAsync($"the state '{name}' moves on by itself and never comes to rest", cancellationToken).ConfigureAwait(false);
            }

            if (!_data.TryGetState(next, out var state))
            {
                throw await FailedAsync($"the state '{State.Name}' leads to '{next}', which does not exist", cancellationToken).ConfigureAwait(false);
            }

            State = state;
            Session.State = state.Name;
            if (state.Preface is { } preface && !await PrintAsync(NextResponse("preface", preface), preface.Timing, cancellationToken).ConfigureAwait(false))
            {
                SkipToInterrupt();
                return;
            }

            if (_faults?.Reboot(state.Name) is { } reboot)
            {
                await _output.FlushAsync(cancellationToken).ConfigureAwait(false);
                Device.Reboot(reboot.DownFor);
                cancellationToken.ThrowIfCancellationRequested();
            }

            next = state.NewState;
        }

        await PromptAsync(cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<SessionEndedException> FailedAsync(string reason, CancellationToken cancellationToken)
    {
        await PrintAsync(MockText.From($"% Mock data: {reason}\n"), [], cancellationToken).ConfigureAwait(false);
        await _output.FlushAsync(cancellationToken).ConfigureAwait(false);
        return new SessionEndedException(reason);
    }

    private async ValueTask PromptAsync(CancellationToken cancellationToken)
    {
        if (!State.Prompt.IsEmpty)
        {
            StartLine();
            await _output.WriteAsync(State.Prompt.For(Device.HostName), State.Prompt.HasBareReturn, _goOn, cancellationToken).ConfigureAwait(false);
            await LogAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Log messages of the fault plan: they come between the prompt and what is typed.</summary>
    private async ValueTask LogAsync(CancellationToken cancellationToken)
    {
        foreach (var message in _faults?.Messages(State.Name) ?? [])
        {
            _output.Write(message.Text.For(Device.HostName).Span);
            if (message.IsPromptRepeated)
            {
                await _output.WriteAsync(State.Prompt.For(Device.HostName), State.Prompt.HasBareReturn, _goOn, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private void StartLine()
    {
        if (!_output.AtLineStart)
        {
            _output.Write("\r\n"u8);
        }
    }

    /// <summary>Prints a text, with a line end added where it has none; gives false where Ctrl-C stopped it.</summary>
    private async ValueTask<bool> PrintAsync(MockText text, IReadOnlyList<LineTiming> timing, CancellationToken cancellationToken)
    {
        var bytes = text.For(Device.HostName);
        var isWhole = timing.Count == 0
            ? await _output.WriteAsync(bytes, text.HasBareReturn, _goOn, cancellationToken).ConfigureAwait(false)
            : await new TimedText(_output, DelayAsync).WriteAsync(bytes, timing, cancellationToken).ConfigureAwait(false);
        if (isWhole && !text.IsEmpty && !text.EndsLine)
        {
            _output.Write("\r\n"u8);
        }

        return isWhole;
    }
}
