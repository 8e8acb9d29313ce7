import { useEffect, useRef, useState } from 'react';
import { LeavableForm } from '../ui/LeavableForm.tsx';

interface Props {
  readonly label: string;
  onAccept(reason: string): void;
  onCancel(): void;
}

/** Accepting a risk is a decision: it wants a reason, which stays with the flag. */
export function AcceptFlag({ label, onAccept, onCancel }: Props) {
  const [reason, setReason] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  return (
    <LeavableForm
      className="accept"
      onLeave={onCancel}
      onSubmit={(event) => { event.preventDefault(); if (reason.trim() !== '') onAccept(reason.trim()); }}
    >
      <input ref={input} className="input" aria-label={`Reason for accepting ${label}`} placeholder="Why is this all right? For instance: agreed with support" value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} />
      <button type="submit" className="button button-primary" disabled={reason.trim() === ''}>Accept</button>
      <button type="button" className="button button-quiet" onClick={onCancel}>Cancel</button>
    </LeavableForm>
  );
}
